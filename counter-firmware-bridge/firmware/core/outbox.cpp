/** The queue of presses and its clockwork. */
#include "outbox.h"

namespace loket {

Outbox::Outbox(bool slowLine)
    : slowLine_(slowLine), count_(0), hello_(0), lastSeq_(0), way_(Way::free), tries_(0), wait_(0), since_(0) {}

uint16_t Outbox::next() {
  lastSeq_ = lastSeq_ == 65535 ? 1 : static_cast<uint16_t>(lastSeq_ + 1);
  return lastSeq_;
}

void Outbox::greet() {
  if (hello_ == 0) {
    hello_ = next();
    way_ = Way::free;
  }
}

bool Outbox::add(const char *key, uint32_t now) {
  if (count_ == kPressesMost) return false;
  presses_[count_++] = {key, 0, now};
  return true;
}

bool Outbox::giveUp(uint32_t now) {
  if (count_ == 0 || now - presses_[0].at < kPressLastsMs) return false;
  if (!isGreeting()) way_ = Way::free;
  removeFirst();
  return true;
}

bool Outbox::due(uint32_t now) const {
  if (hello_ == 0 && count_ == 0) return false;
  return way_ == Way::free || now - since_ >= wait_;
}

const Press &Outbox::press() {
  if (!isNamed()) presses_[0].seq = next();
  return presses_[0];
}

void Outbox::sent(uint32_t now) {
  if (way_ == Way::free) tries_ = 0;
  // 250, 500 and 1000 ms after each other, and then each second: a press as long as it lives, the greeting for ever.
  const uint16_t first = slowLine_ ? 500 : 250;
  const uint32_t wait = tries_ < kRetries ? static_cast<uint32_t>(first) << tries_ : kAgainMs;
  wait_ = wait > kAgainMs ? kAgainMs : static_cast<uint16_t>(wait);
  way_ = Way::waiting;
  if (tries_ < 255) tries_++;
  since_ = now;
}

bool Outbox::awaits(uint16_t seq) const {
  if (way_ == Way::free) return false;
  return seq == (isGreeting() ? hello_ : presses_[0].seq);
}

void Outbox::done() {
  way_ = Way::free;
  if (isGreeting()) hello_ = 0;
  else removeFirst();
}

void Outbox::busy(uint32_t now) {
  way_ = Way::postponed;
  wait_ = kAgainMs;
  since_ = now;
}

void Outbox::removeFirst() {
  count_--;
  for (uint8_t i = 0; i < count_; i++) presses_[i] = presses_[i + 1];
}

}  // namespace loket
