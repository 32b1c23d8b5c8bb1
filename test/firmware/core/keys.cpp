/** Contacts that bounce, short and long presses, and keys that were held when the power came. */
#include <keys.h>

#include "harness.h"

namespace {

/** Four contacts and a finger. Each letter is a millisecond or, with `x`, so many: `closed(0, 100)`. */
class Hand {
 public:
  explicit Hand(uint32_t startedAt = 5000) : now(startedAt) { hold(-1, 100); }
  void hold(int key, uint32_t ms) {
    for (; ms > 0; ms--) {
      now++;
      for (uint8_t i = 0; i < loket::kKeys; i++) {
        const char *said = keys[i].update(key == i, now, loket::kFourKeys[i]);
        if (said != nullptr) heard.push_back(said);
      }
    }
  }
  uint32_t now;
  Lines heard;

 private:
  loket::Key keys[loket::kKeys];
};

}  // namespace

CASE("the four keys say NEXT, RECALL, DONE and NOSHOW") {
  Hand hand;
  for (int key = 0; key < 4; key++) {
    hand.hold(key, 80);
    hand.hold(-1, 80);
  }
  EXPECT_LINES(hand.heard, {"NEXT", "RECALL", "DONE", "NOSHOW"});
}

CASE("a contact that bounces is one press") {
  Hand hand;
  for (int i = 0; i < 12; i++) hand.hold(i % 2 == 0 ? 1 : -1, 2);
  hand.hold(1, 100);
  for (int i = 0; i < 12; i++) hand.hold(i % 2 == 0 ? -1 : 1, 2);
  hand.hold(-1, 100);
  EXPECT_LINES(hand.heard, {"RECALL"});
}

CASE("what is shorter than 30 ms is no press") {
  Hand hand;
  hand.hold(1, 29);
  hand.hold(-1, 100);
  EXPECT_LINES(hand.heard, {});
}

CASE("the first key held for 1.2 s says UNDO once, and nothing more when it is let go") {
  Hand hand;
  hand.hold(0, 31 + 1199);
  EXPECT_LINES(hand.heard, {});
  hand.hold(0, 1);
  EXPECT_LINES(hand.heard, {"UNDO"});
  hand.hold(0, 5000);
  hand.hold(-1, 100);
  EXPECT_LINES(hand.heard, {"UNDO"});
}

CASE("a key without a long meaning speaks at once and only once, however long it is held") {
  Hand hand;
  hand.hold(3, 31);
  EXPECT_LINES(hand.heard, {"NOSHOW"});
  hand.hold(3, 10000);
  hand.hold(-1, 100);
  EXPECT_LINES(hand.heard, {"NOSHOW"});
}

CASE("a key that is held or stuck when the power comes says nothing until it was let go") {
  loket::Key stuck;
  uint32_t now = 0;
  Lines heard;
  const auto hold = [&](bool closed, uint32_t ms) {
    for (; ms > 0; ms--) {
      const char *said = stuck.update(closed, ++now, loket::kFourKeys[0]);
      if (said != nullptr) heard.push_back(said);
    }
  };
  hold(true, 5000);
  hold(false, 100);
  EXPECT_LINES(heard, {});
  hold(true, 100);
  hold(false, 100);
  EXPECT_LINES(heard, {"NEXT"});
}

CASE("a long press over the end of the milliseconds is a long press") {
  Hand hand(0xFFFFFFFF - 600);
  hand.hold(0, 1300);
  hand.hold(-1, 100);
  hand.hold(1, 80);
  EXPECT_LINES(hand.heard, {"UNDO", "RECALL"});
}

CASE("a bounce at the end of the milliseconds is still a bounce") {
  Hand hand(0xFFFFFFFF - 112);
  hand.hold(1, 20);
  hand.hold(-1, 100);
  EXPECT_LINES(hand.heard, {});
}
