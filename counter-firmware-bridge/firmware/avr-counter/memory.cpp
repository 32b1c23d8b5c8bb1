/** The EEPROM: a count of starts, and a salt drawn once from the noise of open analogue pins and of two clocks. */
#include "memory.h"

#include <Arduino.h>
#include <avr/eeprom.h>
#include <boot-id.h>

namespace {

const uint16_t kKept = 0x4C31;

struct Starts {
  uint16_t kept;
  uint16_t count;
  uint16_t salt;
};

Starts *const place = reinterpret_cast<Starts *>(8);

/** The last bit of an open input is noise; so is when exactly a conversion ends, and the bandgap while it settles. */
uint16_t noise() {
  uint16_t gathered = 0;
  for (uint8_t i = 0; i < 96; i++) {
    gathered = loket::stir(gathered, static_cast<uint16_t>(analogRead(A0 + i % 6)));
    gathered = loket::stir(gathered, static_cast<uint16_t>(micros()));
  }
  return gathered;
}

}  // namespace

uint16_t nextBootId() {
  Starts starts;
  eeprom_read_block(&starts, place, sizeof starts);
  if (starts.kept != kKept) starts = {kKept, 0, noise()};
  starts.count++;
  eeprom_update_block(&starts, place, sizeof starts);
  Starts read;
  eeprom_read_block(&read, place, sizeof read);
  // A worn-out memory does not count: then noise must do alone.
  const bool counts = read.kept == kKept && read.count == starts.count && read.salt == starts.salt;
  return counts ? loket::bootId(starts.count, starts.salt) : noise();
}
