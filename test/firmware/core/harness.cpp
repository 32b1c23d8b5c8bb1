/** Runs every case, each on its own, and says for each `ok NAME` or `not ok NAME` with what was wrong. */
#include "harness.h"

#include <cstdio>
#include <cstdlib>

namespace {

struct Case {
  const char *name;
  void (*body)();
};

std::vector<Case> &cases() {
  static std::vector<Case> all;
  return all;
}

std::vector<std::string> problems;

uint16_t independentCrc(const std::string &text) {
  // Bit by bit as on paper: the message is divided by x^16 + x^12 + x^5 + 1.
  uint32_t rest = 0xFFFF;
  for (const char letter : text) {
    for (int bit = 7; bit >= 0; bit--) {
      const uint32_t top = (rest >> 15) ^ ((static_cast<unsigned char>(letter) >> bit) & 1u);
      rest = (rest << 1) & 0xFFFF;
      if (top & 1u) rest ^= 0x1021;
    }
  }
  return static_cast<uint16_t>(rest);
}

/** Shapes as people read them, drawn from the segments' places, not from the firmware's table. */
char readSegments(uint8_t segments) {
  static const struct {
    const char *lit;
    char letter;
  } shapes[] = {
      {"", ' '},       {"abcdef", '0'}, {"bc", '1'},      {"abdeg", '2'},   {"abcdg", '3'}, {"bcfg", '4'},
      {"acdfg", '5'},  {"acdefg", '6'}, {"abc", '7'},     {"abcdefg", '8'}, {"abcdfg", '9'}, {"g", '-'},
      {"abcefg", 'A'}, {"cdefg", 'b'},  {"adef", 'C'},    {"bcdeg", 'd'},   {"adefg", 'E'}, {"aefg", 'F'},
      {"acdef", 'G'},  {"bcefg", 'H'},  {"bcde", 'J'},    {"def", 'L'},     {"ceg", 'n'},   {"cdeg", 'o'},
      {"abefg", 'P'},  {"eg", 'r'},     {"defg", 't'},    {"bcdef", 'U'},   {"bcdfg", 'y'},
  };
  for (const auto &shape : shapes) {
    uint8_t wanted = 0;
    for (const char *segment = shape.lit; *segment != '\0'; segment++) wanted |= static_cast<uint8_t>(1 << (*segment - 'a'));
    if (wanted == segments) return shape.letter;
  }
  return '?';
}

uint16_t boots = 0;

/** 7F3A, 7F3B …: of the box that was made last. */
uint16_t countedBoot() { return static_cast<uint16_t>(0x7F3A + boots++); }

}  // namespace

void addCase(const char *name, void (*body)()) { cases().push_back({name, body}); }

void failed(const char *file, int line, const std::string &message) {
  const std::string path = file;
  problems.push_back(path.substr(path.rfind('/') + 1) + ":" + std::to_string(line) + " " + message);
}

std::string joined(const Lines &lines) {
  std::string all;
  for (const auto &line : lines) all += (all.empty() ? "" : " | ") + line;
  return all;
}

std::string framed(const std::string &body) {
  char crc[5];
  std::snprintf(crc, sizeof crc, "%04X", independentCrc(body));
  return "$" + body + "*" + crc;
}

BenchBox::BenchBox(Made made)
    : now(made.startedAt),
      box({3, "ser-3", "bench", "1.0", "KEY4;LED4", made.bus, false, made.digits, countedBoot}, *this) {
  boots = 0;
  box.begin();
}

void BenchBox::wait(uint32_t ms) {
  for (; ms > 0; ms--) {
    now++;
    box.tick(now);
  }
}

void BenchBox::hears(const std::string &body) { hearsBytes(framed(body) + "\r\n"); }

void BenchBox::hearsBytes(const std::string &text) {
  for (const char letter : text) box.receive(static_cast<uint8_t>(letter), now);
  box.tick(now);
}

Lines BenchBox::said() {
  Lines bodies;
  for (const auto &line : bytes) {
    const size_t star = line.rfind('*');
    const std::string body = star == std::string::npos ? "" : line.substr(1, star - 1);
    bodies.push_back(line == framed(body) + "\r\n" ? body : "BAD " + line);
  }
  bytes.clear();
  return bodies;
}

std::string BenchBox::shows() const {
  uint8_t segments[loket::kDigitsMost + 1] = {0};
  box.board().paint(now, segments);
  std::string text;
  for (uint8_t i = 0; i < box.board().digits(); i++) {
    text += readSegments(segments[i] & 0x7F);
    if (segments[i] & 0x80) text += '.';
  }
  return text;
}

void BenchBox::settle() {
  wait(1);
  hears("Q1,03,1,ACK,OK");
  said();
}

void BenchBox::send(const char *line, uint8_t length) { bytes.push_back(std::string(line, length)); }

int main() {
  bool allGood = true;
  for (const auto &each : cases()) {
    problems.clear();
    each.body();
    std::printf("%s %s\n", problems.empty() ? "ok" : "not ok", each.name);
    for (const auto &problem : problems) std::printf("  %s\n", problem.c_str());
    std::fflush(stdout);
    allGood = allGood && problems.empty();
  }
  return allGood ? EXIT_SUCCESS : EXIT_FAILURE;
}
