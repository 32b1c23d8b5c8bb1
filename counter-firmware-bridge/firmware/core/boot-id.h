/** A name for each start of a box that differs from those before it: `(device, boot, number)` names a press for ever (Q-BOOT). */
#ifndef LOKET_BOOT_ID_H
#define LOKET_BOOT_ID_H

#include <stdint.h>

namespace loket {

/**
 * No two of 65,536 starts that follow each other get the same, and boxes that started equally often still differ.
 * @param starts counted where it outlives the power
 * @param salt drawn from noise once and kept beside the count
 */
inline uint16_t bootId(uint16_t starts, uint16_t salt) {
  // Every step can be undone, so different counts stay different.
  uint16_t mixed = static_cast<uint16_t>(static_cast<uint32_t>(starts) * 40503u);
  mixed ^= static_cast<uint16_t>(mixed >> 7);
  mixed = static_cast<uint16_t>(static_cast<uint32_t>(mixed) * 26573u);
  return static_cast<uint16_t>(mixed ^ salt);
}

/** Stirs one reading of noise into what was gathered: many weak readings make a good number. */
inline uint16_t stir(uint16_t gathered, uint16_t reading) {
  const uint16_t turned = static_cast<uint16_t>((gathered << 5) | (gathered >> 11));
  return static_cast<uint16_t>(static_cast<uint32_t>(turned ^ reading) * 40503u + 1u);
}

}  // namespace loket

#endif
