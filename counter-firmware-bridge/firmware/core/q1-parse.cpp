/** The reading half of the Q1 codec: bytes to frames. `$` always begins a new frame; what stands outside is ignored. */
#include <string.h>

#include "q1-frame.h"

namespace loket {

namespace {

int hexValue(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  return -1;
}

bool isDigit(char letter) { return letter >= '0' && letter <= '9'; }

/** Four hexadecimal digits, any case. @returns -1 where they are not */
int32_t readCrc(const char *text) {
  int32_t crc = 0;
  for (uint8_t i = 0; i < 4; i++) {
    const int digit = hexValue(text[i]);
    if (digit < 0) return -1;
    crc = crc * 16 + digit;
  }
  return crc;
}

/** Cuts the text at the next comma. @returns what follows it, or null at the end */
char *cut(char *text) {
  char *comma = strchr(text, ',');
  if (comma == nullptr) return nullptr;
  *comma = '\0';
  return comma + 1;
}

/** In its own place, which only gets shorter. A zero byte has no meaning in any field and would end the text early. */
bool decodePercent(char *text) {
  char *to = text;
  for (const char *from = text; *from != '\0'; from++) {
    if (*from != '%') {
      *to++ = *from;
      continue;
    }
    const int high = hexValue(from[1]);
    const int low = high < 0 ? -1 : hexValue(from[2]);
    if (low < 0 || (high == 0 && low == 0)) return false;
    *to++ = static_cast<char>(high * 16 + low);
    from += 2;
  }
  *to = '\0';
  return true;
}

bool isType(const char *text) {
  const size_t length = strlen(text);
  if (length < 1 || length > kTypeMost) return false;
  for (; *text != '\0'; text++) {
    if (!((*text >= 'A' && *text <= 'Z') || *text == '?')) return false;
  }
  return true;
}

}  // namespace

uint16_t crcOf(const char *bytes, size_t length) {
  uint16_t crc = 0xFFFF;
  for (size_t i = 0; i < length; i++) {
    crc ^= static_cast<uint16_t>(static_cast<uint8_t>(bytes[i])) << 8;
    for (uint8_t bit = 0; bit < 8; bit++) {
      crc = crc & 0x8000 ? static_cast<uint16_t>((crc << 1) ^ 0x1021) : static_cast<uint16_t>(crc << 1);
    }
  }
  return crc;
}

Heard FrameParser::take(uint8_t byte) {
  if (byte == '$') {
    inFrame_ = true;
    length_ = 0;
    return Heard::nothing;
  }
  if (!inFrame_) return Heard::nothing;
  if (byte == '\r' || byte == '\n') {
    inFrame_ = false;
    return finish();
  }
  // A frame holds no other control characters and nothing beyond ASCII: a flipped bit is found by the check sum.
  if (length_ == sizeof buffer_ - 1) {
    inFrame_ = false;
    return Heard::nothing;
  }
  buffer_[length_++] = byte == 0 ? '\x01' : static_cast<char>(byte);
  return Heard::nothing;
}

Heard FrameParser::finish() {
  buffer_[length_] = '\0';
  frame_.seq = 0;
  frame_.addr = kBroadcast;
  frame_.count = 0;
  frame_.type = "";
  const bool closed = length_ > 5 && buffer_[length_ - 5] == '*';
  const uint8_t bodyLength = closed ? static_cast<uint8_t>(length_ - 5) : length_;
  const bool whole = closed && readCrc(buffer_ + bodyLength + 1) == crcOf(buffer_, bodyLength);
  buffer_[bodyLength] = '\0';

  char *rest = nullptr;
  const bool hasHead = readHead(buffer_, &rest);
  if (!whole) return Heard::damaged;
  if (!hasHead) return Heard::nothing;
  if (strcmp(buffer_, "Q1") != 0) return Heard::otherVersion;
  return readFields(rest);
}

/** `Q1,03,17,`: version, address, number. The version is left at the start of the body. */
bool FrameParser::readHead(char *body, char **rest) {
  if (body[0] != 'Q' || !isDigit(body[1])) return false;
  char *addr = cut(body);
  char *seq = addr == nullptr ? nullptr : cut(addr);
  char *after = seq == nullptr ? nullptr : cut(seq);
  if (after == nullptr || strlen(addr) != 2 || !isDigit(addr[0]) || !isDigit(addr[1])) return false;
  const size_t digits = strlen(seq);
  if (digits < 1 || digits > 5) return false;
  uint32_t number = 0;
  for (const char *digit = seq; *digit != '\0'; digit++) {
    if (!isDigit(*digit)) return false;
    number = number * 10 + static_cast<uint32_t>(*digit - '0');
  }
  if (number > 65535) return false;
  frame_.addr = static_cast<uint8_t>((addr[0] - '0') * 10 + (addr[1] - '0'));
  frame_.seq = static_cast<uint16_t>(number);
  *rest = after;
  return true;
}

Heard FrameParser::readFields(char *at) {
  char *next = cut(at);
  frame_.type = at;
  if (!isType(at)) return Heard::badField;
  while (next != nullptr) {
    if (frame_.count == kFieldsMost) return Heard::badField;
    char *field = next;
    next = cut(field);
    if (!decodePercent(field)) return Heard::badField;
    frame_.fields[frame_.count++] = field;
  }
  return Heard::frame;
}

}  // namespace loket
