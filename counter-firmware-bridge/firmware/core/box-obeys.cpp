/** What a box does when it is spoken to: Q-ONCE, Q-NAK, Q-BUS, and the hub's answers to its presses. */
#include <string.h>

#include "box.h"

namespace loket {

namespace {

const char kDone[] = "";
const char kDamaged[] = "CRC";
const char kOtherVersion[] = "VER";
const char kUnknownType[] = "TYPE";
const char kBadField[] = "ARG";

bool is(const char *text, const char *other) { return strcmp(text, other) == 0; }

/** @returns the number, or -1 where it is none or more than `most` */
int16_t readNumber(const char *text, int16_t most) {
  int16_t value = 0;
  if (*text == '\0') return -1;
  for (; *text != '\0'; text++) {
    if (*text < '0' || *text > '9') return -1;
    value = static_cast<int16_t>(value * 10 + (*text - '0'));
    if (value > most) return -1;
  }
  return value;
}

/** What boxes say: on a line that returns its own echo nobody is spoken to. */
bool isOfBoxes(const char *type) {
  return is(type, "HI") || is(type, "KEY") || is(type, "TMP") || is(type, "ST") || is(type, "IDLE");
}

/** Nothing is said to an answer, whatever it looks like. */
bool isAnswer(const char *type) { return is(type, "ACK") || is(type, "NAK"); }

}  // namespace

void Box::receive(uint8_t byte, uint32_t now) {
  const Heard heard = parser_.take(byte);
  if (heard == Heard::nothing) return;
  const Frame &frame = parser_.frame();
  const bool mine = frame.addr == settings_.address;
  if (heard == Heard::damaged) {
    // On a bus another box may be meant by what is left of it: silence.
    if (mine && !settings_.bus && frame.seq != 0) answer(frame.seq, kDamaged);
    return;
  }
  if (!mine && frame.addr != kBroadcast) return;
  if (isOfBoxes(frame.type)) return;
  linked_ = true;
  heardAt_ = now;
  if (heard == Heard::frame) {
    obey(frame, now);
  } else if (mine && frame.seq != 0 && !isAnswer(frame.type)) {
    answer(frame.seq, heard == Heard::otherVersion ? kOtherVersion : kBadField);
  }
}

void Box::obey(const Frame &frame, uint32_t now) {
  const bool toAll = frame.addr == kBroadcast;
  if (isAnswer(frame.type)) {
    if (!toAll) heardAnswer(frame, now);
  } else if (is(frame.type, "HI?")) {
    lastSeq_ = 0;
    if (!toAll) greetNow(now);
  } else if (is(frame.type, "POLL")) {
    if (toAll || !settings_.bus) return;
    if (outbox_.due(now)) {
      speak(now);
    } else {
      FrameText idle(settings_.address, 0, "IDLE");
      sendFrame(idle);
    }
  } else if (toAll || frame.seq == 0) {
    act(frame, now);
  } else if (!answerAgain(frame)) {
    lastSeq_ = frame.seq;
    lastProblem_ = act(frame, now);
    answer(frame.seq, lastProblem_);
  }
}

bool Box::answerAgain(const Frame &frame) {
  if (frame.seq != lastSeq_) return false;
  answer(frame.seq, lastProblem_);
  return true;
}

/** @returns the code of what is wrong; empty where it is done */
const char *Box::act(const Frame &frame, uint32_t now) {
  if (is(frame.type, "SHOW")) return show(frame, now);
  if (is(frame.type, "BRT")) return setBrightness(frame);
  if (is(frame.type, "CLR")) board_.show("", 0, now);
  else if (is(frame.type, "ID")) board_.identify(now);
  else return kUnknownType;
  return kDone;
}

const char *Box::show(const Frame &frame, uint32_t now) {
  if (frame.count < 1) return kBadField;
  const char *mode = frame.count < 3 ? "S" : frame.fields[2];
  if (is(mode, "F")) {
    board_.flash(frame.fields[0], now);
    return kDone;
  }
  const bool steady = is(mode, "S");
  const int16_t blinks = steady ? 0 : mode[0] == 'B' ? readNumber(mode + 1, 99) : -1;
  if (blinks < (steady ? 0 : 1)) return kBadField;
  board_.show(frame.fields[0], static_cast<uint8_t>(blinks), now);
  return kDone;
}

const char *Box::setBrightness(const Frame &frame) {
  const int16_t percent = frame.count < 1 ? -1 : readNumber(frame.fields[0], 100);
  if (percent < 0) return kBadField;
  board_.setBrightness(static_cast<uint8_t>(percent));
  return kDone;
}

void Box::heardAnswer(const Frame &frame, uint32_t now) {
  if (!outbox_.awaits(frame.seq)) return;
  if (is(frame.type, "ACK")) acknowledged(frame, now);
  else refused(frame.count > 0 ? frame.fields[0] : "", now);
}

void Box::acknowledged(const Frame &frame, uint32_t now) {
  if (frame.count > 1 && !outbox_.isGreeting()) board_.called(frame.fields[1], now);
  outbox_.done();
}

void Box::refused(const char *code, uint32_t now) {
  // Damaged on its way: the same frame comes again by itself, as after silence.
  if (is(code, kDamaged)) return;
  // Without the greeting the bridge knows no key of this box: it is said until it is taken (Q-BOOT).
  if (outbox_.isGreeting() || is(code, "BUSY")) {
    outbox_.busy(now);
    return;
  }
  board_.word("--------", now);
  outbox_.done();
}

void Box::answer(uint16_t seq, const char *problem) {
  const bool done = *problem == '\0';
  FrameText frame(settings_.address, seq, done ? "ACK" : "NAK");
  frame.field(done ? "OK" : problem);
  sendFrame(frame);
}

}  // namespace loket
