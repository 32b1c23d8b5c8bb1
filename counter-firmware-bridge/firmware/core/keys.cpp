/** Contacts and keys. Times are compared by their difference, so that nothing happens when the milliseconds wrap around. */
#include "keys.h"

namespace loket {

const KeyMeaning kFourKeys[kKeys] = {
    {"NEXT", "UNDO"},
    {"RECALL", nullptr},
    {"DONE", nullptr},
    {"NOSHOW", nullptr},
};

bool Debounce::update(bool closed, uint32_t now) {
  if (!started_ || closed != candidate_) {
    started_ = true;
    candidate_ = closed;
    since_ = now;
    return false;
  }
  if (candidate_ == stable_ || now - since_ < kDebounceMs) return false;
  stable_ = candidate_;
  return true;
}

const char *Key::update(bool closed, uint32_t now, const KeyMeaning &meaning) {
  const bool changed = contact_.update(closed, now);
  if (changed && contact_.closed()) {
    down_ = true;
    said_ = meaning.longPress == nullptr;
    since_ = now;
    return said_ ? meaning.shortPress : nullptr;
  }
  if (changed) {
    const bool pending = down_ && !said_;
    down_ = false;
    return pending ? meaning.shortPress : nullptr;
  }
  if (down_ && !said_ && now - since_ >= kLongMs) {
    said_ = true;
    return meaning.longPress;
  }
  return nullptr;
}

}  // namespace loket
