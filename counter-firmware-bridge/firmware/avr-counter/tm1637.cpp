/** TM1637: two wires that nobody ever drives high; the module's own resistors do that. */
#include <Arduino.h>

#include "segment-display.h"
#include "settings.h"

#if LOKET_DISPLAY == 1637

namespace {

const uint8_t kWriteFromFirst = 0x40;
const uint8_t kFirstDigit = 0xC0;
const uint8_t kOn = 0x88;
const uint8_t kPositions = 6;

void release(uint8_t pin) {
  pinMode(pin, INPUT);
  delayMicroseconds(4);
}

void pull(uint8_t pin) {
  pinMode(pin, OUTPUT);
  delayMicroseconds(4);
}

void start() { pull(LOKET_DATA_PIN); }

void stop() {
  pull(LOKET_CLK_PIN);
  pull(LOKET_DATA_PIN);
  release(LOKET_CLK_PIN);
  release(LOKET_DATA_PIN);
}

/** Lowest bit first; then one more beat, in which the chip says that it heard. */
void send(uint8_t byte) {
  for (uint8_t bit = 0; bit < 8; bit++) {
    pull(LOKET_CLK_PIN);
    if (byte & (1 << bit)) release(LOKET_DATA_PIN);
    else pull(LOKET_DATA_PIN);
    release(LOKET_CLK_PIN);
  }
  pull(LOKET_CLK_PIN);
  release(LOKET_DATA_PIN);
  release(LOKET_CLK_PIN);
  pull(LOKET_CLK_PIN);
}

void command(uint8_t byte) {
  start();
  send(byte);
  stop();
}

}  // namespace

void beginDisplay() {
  digitalWrite(LOKET_CLK_PIN, LOW);
  digitalWrite(LOKET_DATA_PIN, LOW);
  release(LOKET_CLK_PIN);
  release(LOKET_DATA_PIN);
}

void writeDisplay(const uint8_t *segments, uint8_t digits, uint8_t brightness) {
  command(kWriteFromFirst);
  start();
  send(kFirstDigit);
  for (uint8_t i = 0; i < kPositions; i++) send(i < digits ? segments[i] : 0);
  stop();
  command(kOn | static_cast<uint8_t>(brightness * 7u / 100));
}

#endif
