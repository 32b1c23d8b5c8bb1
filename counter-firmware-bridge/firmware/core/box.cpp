/** The box's own life: keys, time, and what it says when. What it does when it is spoken to: box-obeys.cpp. */
#include "box.h"

namespace loket {

Box::Box(const BoxSettings &settings, Wire &wire)
    : settings_(settings),
      wire_(wire),
      outbox_(settings.slowLine),
      board_(settings.digits),
      linked_(false),
      heardAt_(0),
      lastSeq_(0),
      lastProblem_(nullptr) {
  boot_[0] = '\0';
}

void Box::begin() {
  takeBoot();
  greet();
}

void Box::takeBoot() {
  const uint16_t boot = settings_.newBoot();
  for (uint8_t i = 0; i < 4; i++) boot_[i] = "0123456789ABCDEF"[(boot >> (12 - 4 * i)) & 15];
  boot_[4] = '\0';
}

/** Q-BOOT: no two presses may ever have the same name, so that numbers which begin again do so under another boot id. */
void Box::greet() {
  if (!outbox_.isGreeting() && outbox_.isUsedUp()) takeBoot();
  outbox_.greet();
}

void Box::readKeys(const bool closed[kKeys], uint32_t now) {
  for (uint8_t i = 0; i < kKeys; i++) {
    const char *said = keys_[i].update(closed[i], now, kFourKeys[i]);
    if (said != nullptr) press(said, now);
  }
}

void Box::press(const char *key, uint32_t now) {
  // Whoever presses must see at once that this one will call nobody.
  if (!outbox_.add(key, now)) board_.word("Err ", now);
}

void Box::tick(uint32_t now) {
  while (outbox_.giveUp(now)) board_.word("Err ", now);
  if (linked_ && now - heardAt_ >= kLinkLastsMs) linked_ = false;
  board_.setLinked(linked_);
  board_.tick(now);
  // On a bus the box waits for its turn.
  if (!settings_.bus && outbox_.due(now)) speak(now);
}

/** Sends what is due: the greeting before any press, so that the bridge knows whose number it is. */
void Box::speak(uint32_t now) {
  if (!outbox_.isGreeting() && !outbox_.isNamed() && outbox_.isUsedUp()) greet();
  if (outbox_.isGreeting()) {
    sendGreeting(outbox_.greeting());
  } else {
    const Press &press = outbox_.press();
    FrameText frame(settings_.address, press.seq, "KEY");
    frame.field(press.key);
    sendFrame(frame);
  }
  outbox_.sent(now);
}

/** Somebody asks who is there. While a press is under way the answer wants no acknowledgement of its own (Q-ACK). */
void Box::greetNow(uint32_t now) {
  if (outbox_.isUnderWay() && !outbox_.isGreeting()) {
    sendGreeting(0);
    return;
  }
  greet();
  speak(now);
}

void Box::sendGreeting(uint16_t seq) {
  FrameText frame(settings_.address, seq, "HI");
  frame.field(settings_.id).field(settings_.model).field(settings_.firmware).field(boot_).field(settings_.caps);
  sendFrame(frame);
}

void Box::sendFrame(FrameText &frame) {
  const uint8_t length = frame.close();
  if (length > 0) wire_.send(frame.text(), length);
}

}  // namespace loket
