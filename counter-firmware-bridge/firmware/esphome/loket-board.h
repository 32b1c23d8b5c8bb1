/** The one board of an ESPHome box: the core's, shared by all lambdas of counter-box.yaml. */
#ifndef LOKET_ESPHOME_BOARD_H
#define LOKET_ESPHOME_BOARD_H

#include "board.h"

/** @param digits counts at the first call */
inline loket::Board &loket_board(uint8_t digits) {
  static loket::Board board(digits);
  return board;
}

/** How often a number blinks: `blink_ms` on and `blink_ms` off make one, and 255 are the most. */
inline uint8_t loket_blinks(uint32_t blink_ms, uint32_t blink_for_ms) {
  const uint32_t blinks = blink_ms == 0 ? 0 : blink_for_ms / (2 * blink_ms);
  return static_cast<uint8_t>(blinks > 255 ? 255 : blinks);
}

#endif
