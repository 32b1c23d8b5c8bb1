/** From contacts to keys: 30 ms of quiet make a press, 1.2 s a long one, and a key that is held at power-up says nothing. */
#ifndef LOKET_KEYS_H
#define LOKET_KEYS_H

#include <stdint.h>

namespace loket {

const uint16_t kDebounceMs = 30;
const uint16_t kLongMs = 1200;

/** The state of one contact once it has kept still for 30 ms. */
class Debounce {
 public:
  /** Counts as closed until it was seen open: nobody has pressed what is closed when the power comes. */
  Debounce() : stable_(true), candidate_(true), since_(0), started_(false) {}
  /** @returns whether the stable state has just changed */
  bool update(bool closed, uint32_t now);
  bool closed() const { return stable_; }

 private:
  bool stable_;
  bool candidate_;
  uint32_t since_;
  bool started_;
};

/** What a key says, as in Q1's `KEY`. Null: nothing. */
struct KeyMeaning {
  const char *shortPress;
  const char *longPress;
};

const uint8_t kKeys = 4;
/** The shipped layout: Next (long: Undo), Recall, Done, No-show. */
extern const KeyMeaning kFourKeys[kKeys];

/** One key. With a long meaning, the short one is said when the key is let go; without one, at once. */
class Key {
 public:
  Key() : down_(false), said_(false), since_(0) {}
  /** @returns what the key says now; null nearly always */
  const char *update(bool closed, uint32_t now, const KeyMeaning &meaning);

 private:
  Debounce contact_;
  bool down_;
  bool said_;
  uint32_t since_;
};

}  // namespace loket

#endif
