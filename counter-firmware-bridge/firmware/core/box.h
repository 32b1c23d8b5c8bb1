/** A counter box on a Q1 line: keys out, numbers in (Q1.md). It knows no pins and no clock; the sketch hands them in. */
#ifndef LOKET_BOX_H
#define LOKET_BOX_H

#include <stdint.h>

#include "board.h"
#include "keys.h"
#include "outbox.h"
#include "q1-frame.h"

namespace loket {

/** Nothing from the bridge for so long: the link is gone. It asks every 10 s, on a bus far more often. */
const uint16_t kLinkLastsMs = 25000;

/** What a box is. The texts must stay where they are. */
struct BoxSettings {
  uint8_t address;
  const char *id;
  const char *model;
  const char *firmware;
  const char *caps;
  /** RS-485: speaks only when spoken to (Q-BUS). */
  bool bus;
  /** 9600 baud or less: waits 500 ms instead of 250. */
  bool slowLine;
  uint8_t digits;
  /** Gives a boot id that differs from those before it: see `boot-id.h`. */
  uint16_t (*newBoot)();
};

/** Where the box's lines go. */
class Wire {
 public:
  virtual void send(const char *line, uint8_t length) = 0;
};

class Box {
 public:
  Box(const BoxSettings &settings, Wire &wire);

  void begin();
  void receive(uint8_t byte, uint32_t now);
  /** @param closed whether each key's contact is closed, as read: it may bounce */
  void readKeys(const bool closed[kKeys], uint32_t now);
  void press(const char *key, uint32_t now);
  void tick(uint32_t now);
  const Board &board() const { return board_; }

 private:
  void obey(const Frame &frame, uint32_t now);
  void heardAnswer(const Frame &frame, uint32_t now);
  void acknowledged(const Frame &frame, uint32_t now);
  void refused(const char *code, uint32_t now);
  bool answerAgain(const Frame &frame);
  const char *act(const Frame &frame, uint32_t now);
  const char *show(const Frame &frame, uint32_t now);
  const char *setBrightness(const Frame &frame);
  void takeBoot();
  void greet();
  void greetNow(uint32_t now);
  void speak(uint32_t now);
  void answer(uint16_t seq, const char *problem);
  void sendGreeting(uint16_t seq);
  void sendFrame(FrameText &frame);

  const BoxSettings settings_;
  Wire &wire_;
  FrameParser parser_;
  Outbox outbox_;
  Board board_;
  Key keys_[kKeys];
  char boot_[5];
  bool linked_;
  uint32_t heardAt_;
  /** The last number of the bridge, and what was said to it: said again, not done again (Q-ONCE). 0: none. */
  uint16_t lastSeq_;
  const char *lastProblem_;
};

}  // namespace loket

#endif
