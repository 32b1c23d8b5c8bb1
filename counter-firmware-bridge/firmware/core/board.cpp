/** The board: one text from the hub, and above it what the box itself has to say. */
#include "board.h"

#include <string.h>

namespace loket {

Board::Board(uint8_t digits)
    : digits_(digits < kDigitsMost ? digits : kDigitsMost),
      mode_(Mode::steady),
      above_(Above::nothing),
      linked_(false),
      brightness_(100),
      blinks_(0),
      since_(0),
      aboveSince_(0) {
  fitText("", digits_, shown_);
  fitText("", digits_, aboveShown_);
}

void Board::show(const char *text, uint8_t blinks, uint32_t now) {
  set(text, blinks > 0 ? Mode::blinking : Mode::steady, blinks, now);
}

void Board::flash(const char *text, uint32_t now) { set(text, Mode::flashing, 0, now); }

void Board::set(const char *text, Mode mode, uint8_t blinks, uint32_t now) {
  fitText(text, digits_, shown_);
  mode_ = mode;
  blinks_ = blinks;
  since_ = now;
  if (above_ == Above::answer) above_ = Above::nothing;
}

void Board::called(const char *text, uint32_t now) {
  char fitted[kDigitsMost + 1];
  fitText(text, digits_, fitted);
  // The hub told the board first: it blinks already, and must not stop blinking.
  if (strcmp(fitted, shown_) != 0) putAbove(Above::answer, fitted, now);
}

void Board::word(const char *text, uint32_t now) {
  char padded[kDigitsMost + 1];
  const size_t length = strlen(text) < digits_ ? strlen(text) : digits_;
  memset(padded, ' ', digits_);
  memcpy(padded, text, length);
  padded[digits_] = '\0';
  putAbove(Above::word, padded, now);
}

void Board::identify(uint32_t now) { putAbove(Above::everything, "", now); }

void Board::putAbove(Above above, const char *text, uint32_t now) {
  above_ = above;
  aboveSince_ = now;
  strncpy(aboveShown_, text, kDigitsMost);
  aboveShown_[kDigitsMost] = '\0';
}

void Board::tick(uint32_t now) {
  const uint16_t most = above_ == Above::everything ? kIdentifyMs : kWordMs;
  if (above_ != Above::nothing && now - aboveSince_ >= most) above_ = Above::nothing;
  if (mode_ == Mode::blinking && now - since_ >= static_cast<uint32_t>(blinks_) * 2 * kBlinkMs) mode_ = Mode::steady;
}

bool Board::isDark(uint32_t now) const {
  if (above_ == Above::everything) return (now - aboveSince_) / (kBlinkMs / 2) % 2 == 1;
  if (above_ != Above::nothing || mode_ == Mode::steady) return false;
  return (now - since_) / kBlinkMs % 2 == 1;
}

void Board::read(uint32_t now, char *to) const {
  if (isDark(now)) memset(to, ' ', digits_);
  else if (above_ == Above::everything) memset(to, '8', digits_);
  else memcpy(to, above_ == Above::nothing ? shown_ : aboveShown_, digits_);
  to[digits_] = '\0';
}

void Board::paint(uint32_t now, uint8_t *segments) const {
  char text[kDigitsMost + 1];
  read(now, text);
  for (uint8_t i = 0; i < digits_; i++) segments[i] = segmentsOf(text[i]);
  if (!linked_) segments[digits_ - 1] |= 0x80;
}

}  // namespace loket
