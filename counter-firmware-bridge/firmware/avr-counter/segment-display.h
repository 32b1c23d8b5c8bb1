/** The box's board: a TM1637 or a MAX7219, driven by hand. Takes segments, bit 0 = a … bit 6 = g, bit 7 the point. */
#ifndef LOKET_SEGMENT_DISPLAY_H
#define LOKET_SEGMENT_DISPLAY_H

#include <stdint.h>

void beginDisplay();

/** @param brightness 0 to 100; 0 is the faintest that can be read, not dark */
void writeDisplay(const uint8_t *segments, uint8_t digits, uint8_t brightness);

#endif
