/** MAX7219: sixteen bits a command, taken over when CS rises. Digit 0 is on the right. */
#include <Arduino.h>

#include "segment-display.h"
#include "settings.h"

#if LOKET_DISPLAY == 7219

namespace {

const uint8_t kDecode = 0x09;
const uint8_t kIntensity = 0x0A;
const uint8_t kScanLimit = 0x0B;
const uint8_t kRunning = 0x0C;
const uint8_t kTest = 0x0F;

void shift(uint8_t byte) {
  for (uint8_t mask = 0x80; mask != 0; mask >>= 1) {
    digitalWrite(LOKET_CLK_PIN, LOW);
    digitalWrite(LOKET_DATA_PIN, byte & mask ? HIGH : LOW);
    digitalWrite(LOKET_CLK_PIN, HIGH);
  }
}

void set(uint8_t place, uint8_t value) {
  digitalWrite(LOKET_CS_PIN, LOW);
  shift(place);
  shift(value);
  digitalWrite(LOKET_CS_PIN, HIGH);
}

/** The chip counts its segments the other way round: bit 6 = a … bit 0 = g, the point stays. */
uint8_t turned(uint8_t segments) {
  uint8_t result = segments & 0x80;
  for (uint8_t bit = 0; bit < 7; bit++) {
    if (segments & (1 << bit)) result |= static_cast<uint8_t>(0x40 >> bit);
  }
  return result;
}

}  // namespace

void beginDisplay() {
  pinMode(LOKET_CLK_PIN, OUTPUT);
  pinMode(LOKET_DATA_PIN, OUTPUT);
  pinMode(LOKET_CS_PIN, OUTPUT);
  digitalWrite(LOKET_CS_PIN, HIGH);
}

void writeDisplay(const uint8_t *segments, uint8_t digits, uint8_t brightness) {
  // Everything anew each time: a chip that lost its settings in a dip of the power gets them back.
  set(kTest, 0);
  set(kDecode, 0);
  set(kScanLimit, static_cast<uint8_t>(digits - 1));
  set(kIntensity, static_cast<uint8_t>(brightness * 15u / 100));
  for (uint8_t i = 0; i < digits; i++) set(static_cast<uint8_t>(digits - i), turned(segments[i]));
  set(kRunning, 1);
}

#endif
