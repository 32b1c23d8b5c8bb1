/** Q1 frames, one line of text each: the check sum, what is written, and a parser that finds its way after any damage (Q1.md). */
#ifndef LOKET_Q1_FRAME_H
#define LOKET_Q1_FRAME_H

#include <stddef.h>
#include <stdint.h>

namespace loket {

/** From `$` to the check sum. */
const uint8_t kFrameMost = 120;
const uint8_t kFieldsMost = 6;
const uint8_t kTypeMost = 8;
const uint8_t kBroadcast = 0;

/** CRC-16/IBM-3740: `123456789` gives 29B1. Start with 0xFFFF. */
uint16_t crcOf(const char *bytes, size_t length);

/** A frame as it came. The fields point into the parser's buffer: they are good until its next byte. */
struct Frame {
  uint8_t addr;
  uint16_t seq;
  const char *type;
  uint8_t count;
  const char *fields[kFieldsMost];
};

enum class Heard : uint8_t {
  nothing,
  frame,
  /** The check sum is wrong. `addr` and `seq` are set where they could be read, else `seq` is 0. */
  damaged,
  /** Whole, and of another version of the protocol. */
  otherVersion,
  /** Whole, and a field is not as fields are. */
  badField
};

class FrameParser {
 public:
  FrameParser() : inFrame_(false), length_(0) {}
  Heard take(uint8_t byte);
  const Frame &frame() const { return frame_; }

 private:
  Heard finish();
  Heard readFields(char *at);
  bool readHead(char *body, char **rest);

  bool inFrame_;
  uint8_t length_;
  /** Without `$`; one more for the end of the text. */
  char buffer_[kFrameMost];
  Frame frame_;
};

/** Writes one frame; what does not fit makes the frame empty rather than wrong. */
class FrameText {
 public:
  FrameText(uint8_t addr, uint16_t seq, const char *type);
  /** Percent-encodes what may not stand in a field. */
  FrameText &field(const char *text);
  FrameText &number(uint32_t value);
  /** Check sum, CR and LF. Nothing can be added after it. @returns the length; 0 where it did not fit */
  uint8_t close();
  const char *text() const { return text_; }

 private:
  void put(char letter);
  void digits(uint32_t value, uint8_t least);

  bool fits_;
  uint8_t length_;
  char text_[kFrameMost + 3];
};

}  // namespace loket

#endif
