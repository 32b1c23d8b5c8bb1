/** What the box's board shows at any moment: the number it was told, blinking, and short words of the box itself above it. */
#ifndef LOKET_BOARD_H
#define LOKET_BOARD_H

#include <stdint.h>

#include "seven-segment.h"

namespace loket {

const uint16_t kBlinkMs = 500;
const uint16_t kWordMs = 2000;
const uint16_t kIdentifyMs = 3000;

class Board {
 public:
  explicit Board(uint8_t digits);

  /** Blinks so many times, then stands still; 0: steady. */
  void show(const char *text, uint8_t blinks, uint32_t now);
  void flash(const char *text, uint32_t now);
  /** The answer to a press, until the hub says what the board shows: for two seconds, unless it stands there already. */
  void called(const char *text, uint32_t now);
  /** `Err `, `----`: for two seconds, whatever else comes. */
  void word(const char *text, uint32_t now);
  /** Every segment, blinking, so that the box is found. */
  void identify(uint32_t now);
  /** 0 to 100. */
  void setBrightness(uint8_t percent) { brightness_ = percent; }
  uint8_t brightness() const { return brightness_; }
  void setLinked(bool linked) { linked_ = linked; }

  /** Ends what has had its time. To be called often: nothing here may last until the milliseconds wrap around. */
  void tick(uint32_t now);
  /** The segments of each digit, from the left. Bit 7, the last digit's point: nothing is heard from the bridge. */
  void paint(uint32_t now, uint8_t *segments) const;
  /** The same as characters, for displays that know their own segments. @param to takes `digits()` characters and a zero */
  void read(uint32_t now, char *to) const;
  uint8_t digits() const { return digits_; }

 private:
  enum class Mode : uint8_t { steady, blinking, flashing };
  enum class Above : uint8_t { nothing, answer, word, everything };

  void set(const char *text, Mode mode, uint8_t blinks, uint32_t now);
  void putAbove(Above above, const char *text, uint32_t now);
  bool isDark(uint32_t now) const;

  const uint8_t digits_;
  Mode mode_;
  Above above_;
  bool linked_;
  uint8_t brightness_;
  uint8_t blinks_;
  uint32_t since_;
  uint32_t aboveSince_;
  char shown_[kDigitsMost + 1];
  char aboveShown_[kDigitsMost + 1];
};

}  // namespace loket

#endif
