/** The writing half of the Q1 codec: a frame to its line of text. */
#include "q1-frame.h"

namespace loket {

namespace {

const char kHex[] = "0123456789ABCDEF";

bool standsPlain(char letter) {
  return letter > ' ' && letter <= '~' && letter != '$' && letter != '*' && letter != ',' && letter != '%';
}

}  // namespace

FrameText::FrameText(uint8_t addr, uint16_t seq, const char *type) : fits_(true), length_(0) {
  put('$');
  put('Q');
  put('1');
  put(',');
  digits(addr, 2);
  put(',');
  digits(seq, 1);
  put(',');
  for (; *type != '\0'; type++) put(*type);
}

FrameText &FrameText::field(const char *text) {
  put(',');
  for (; *text != '\0'; text++) {
    if (standsPlain(*text)) {
      put(*text);
      continue;
    }
    const uint8_t byte = static_cast<uint8_t>(*text);
    put('%');
    put(kHex[byte >> 4]);
    put(kHex[byte & 15]);
  }
  return *this;
}

FrameText &FrameText::number(uint32_t value) {
  put(',');
  digits(value, 1);
  return *this;
}

uint8_t FrameText::close() {
  const uint16_t crc = crcOf(text_ + 1, static_cast<size_t>(length_ - 1));
  put('*');
  for (int8_t shift = 12; shift >= 0; shift = static_cast<int8_t>(shift - 4)) put(kHex[(crc >> shift) & 15]);
  if (!fits_) length_ = 0;
  if (length_ > 0) {
    text_[length_++] = '\r';
    text_[length_++] = '\n';
  }
  text_[length_] = '\0';
  return length_;
}

void FrameText::put(char letter) {
  if (length_ == kFrameMost) fits_ = false;
  else text_[length_++] = letter;
}

void FrameText::digits(uint32_t value, uint8_t least) {
  char reversed[10];
  uint8_t count = 0;
  do {
    reversed[count++] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value > 0 || count < least);
  while (count > 0) put(reversed[--count]);
}

}  // namespace loket
