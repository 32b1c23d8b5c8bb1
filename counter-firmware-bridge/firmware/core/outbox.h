/** What the box still has to say: that it has started, and up to four presses, one under way at a time (Q-ACK, Q-LATE). */
#ifndef LOKET_OUTBOX_H
#define LOKET_OUTBOX_H

#include <stdint.h>

namespace loket {

const uint8_t kPressesMost = 4;
const uint16_t kPressLastsMs = 10000;
const uint16_t kAgainMs = 1000;
const uint8_t kRetries = 3;

/** A press: its key, its number for ever (0 until it is sent first), and when it was pressed. */
struct Press {
  const char *key;
  uint16_t seq;
  uint32_t at;
};

class Outbox {
 public:
  /** @param slowLine 9600 baud or less */
  explicit Outbox(bool slowLine);

  /** The box says who it is, under a number of its own, and nothing else until that is acknowledged (Q-BOOT). */
  void greet();
  /** The next number is 1 again: under the same boot id it would name what was named before (Q-BOOT). */
  bool isUsedUp() const { return lastSeq_ == 65535; }
  /** @returns false where four presses wait already: this one is not sent */
  bool add(const char *key, uint32_t now);
  /** Gives up the oldest press once it is ten seconds old. @returns whether one was given up */
  bool giveUp(uint32_t now);

  /** @returns whether a frame is due now: the first time, or once more */
  bool due(uint32_t now) const;
  /** Whether the frame that is due is the greeting. Else it is `press()`. */
  bool isGreeting() const { return hello_ != 0; }
  uint16_t greeting() const { return hello_; }
  /** Whether it has its number already. */
  bool isNamed() const { return presses_[0].seq != 0; }
  /** Gets its number here, and keeps it. */
  const Press &press();
  void sent(uint32_t now);

  /** Whether this is the number of what is under way. */
  bool awaits(uint16_t seq) const;
  /** Acknowledged or refused: the next one may go. */
  void done();
  /** Not now: the same frame again in a second. */
  void busy(uint32_t now);
  bool isUnderWay() const { return way_ != Way::free; }

 private:
  /** `waiting` for an answer; `postponed` after BUSY. */
  enum class Way : uint8_t { free, waiting, postponed };
  uint16_t next();
  void removeFirst();

  const bool slowLine_;
  uint8_t count_;
  uint16_t hello_;
  uint16_t lastSeq_;
  Way way_;
  uint8_t tries_;
  uint16_t wait_;
  uint32_t since_;
  Press presses_[kPressesMost];
};

}  // namespace loket

#endif
