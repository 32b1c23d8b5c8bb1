/** A counter box on an ATmega328P (Uno, Nano): four keys and a seven-segment board on a Q1 line. Wiring: ../README.md */
#include <avr/sleep.h>
#include <box.h>

#include "memory.h"
#include "segment-display.h"
#include "settings.h"

#define LOKET_TEXT_(value) #value
#define LOKET_TEXT(value) LOKET_TEXT_(value)

namespace {

const uint8_t keyPins[loket::kKeys] = LOKET_KEY_PINS;

/** The serial line. On RS-485 the transceiver is turned round for as long as the box speaks. */
class SerialWire : public loket::Wire {
 public:
  void send(const char *line, uint8_t length) override {
#if LOKET_BUS
    digitalWrite(LOKET_DE_PIN, HIGH);
#endif
    Serial.write(reinterpret_cast<const uint8_t *>(line), length);
#if LOKET_BUS
    Serial.flush();
    digitalWrite(LOKET_DE_PIN, LOW);
#endif
  }
};

const loket::BoxSettings settings = {
    LOKET_ADDRESS, LOKET_ID,        "loket-avr",
    LOKET_FIRMWARE, "KEY4;LED" LOKET_TEXT(LOKET_DIGITS),
    LOKET_BUS != 0, LOKET_BAUD <= 9600, LOKET_DIGITS,
    nextBootId,
};

SerialWire wire;
loket::Box box(settings, wire);

/** Written only when something changes: a write takes milliseconds, in which bytes wait. */
void paint(uint32_t now) {
  static uint8_t last[LOKET_DIGITS + 1] = {0};
  static uint32_t paintedAt = 0;
  uint8_t next[LOKET_DIGITS + 1];
  box.board().paint(now, next);
  next[LOKET_DIGITS] = box.board().brightness();
  // Once in a while all the same: a spark on the wire is not to stand there for good.
  if (memcmp(last, next, sizeof next) == 0 && now - paintedAt < 5000) return;
  memcpy(last, next, sizeof next);
  paintedAt = now;
  writeDisplay(next, LOKET_DIGITS, box.board().brightness());
}

}  // namespace

void setup() {
  for (uint8_t i = 0; i < loket::kKeys; i++) pinMode(keyPins[i], INPUT_PULLUP);
#if LOKET_BUS
  pinMode(LOKET_DE_PIN, OUTPUT);
  digitalWrite(LOKET_DE_PIN, LOW);
#endif
  Serial.begin(LOKET_BAUD);
  beginDisplay();
  box.begin();
  paint(millis());
  set_sleep_mode(SLEEP_MODE_IDLE);
}

void loop() {
  const uint32_t now = millis();
  while (Serial.available() > 0) box.receive(static_cast<uint8_t>(Serial.read()), now);
  bool closed[loket::kKeys];
  for (uint8_t i = 0; i < loket::kKeys; i++) closed[i] = digitalRead(keyPins[i]) == LOW;
  box.readKeys(closed, now);
  box.tick(now);
  paint(now);
  // Nothing to do until the next byte or the next millisecond, and each of them wakes the processor.
  sleep_mode();
}
