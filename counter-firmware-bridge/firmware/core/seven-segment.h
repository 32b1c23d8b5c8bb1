/** What a seven-segment board of so many digits shows for a text, and which segments that lights. */
#ifndef LOKET_SEVEN_SEGMENT_H
#define LOKET_SEVEN_SEGMENT_H

#include <stdint.h>

namespace loket {

const uint8_t kDigitsMost = 8;

/** Segments of a character, bit 0 = a … bit 6 = g. 0 for a space, and for what cannot be drawn with them. */
uint8_t segmentsOf(char letter);

/**
 * The longest form of a number that the board shows whole, on the right: `A-012`, `A012`, `012`, `12`. Digits are never
 * cut, since half a number calls somebody else; a letter that may be read as a digit is left out. Any other text is
 * shown whole or not at all. The hub fits texts for other boards by the same rules (server/contract/board-text.ts).
 * @param to takes `width` characters and the closing zero; spaces: nothing can be shown
 */
void fitText(const char *text, uint8_t width, char *to);

}  // namespace loket

#endif
