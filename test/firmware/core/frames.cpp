/** The Q1 codec: the vectors of Q1.md, every kind of damage, and what must not be mistaken for a frame. */
#include <cstring>

#include "harness.h"

using loket::FrameParser;
using loket::FrameText;
using loket::Heard;

namespace {

Heard feed(FrameParser &parser, const std::string &bytes) {
  Heard last = Heard::nothing;
  for (const char letter : bytes) {
    const Heard heard = parser.take(static_cast<uint8_t>(letter));
    if (heard != Heard::nothing) last = heard;
  }
  return last;
}

/** `3 41 SHOW [A-012] [3]`, or how it was not a frame. */
std::string read(const std::string &bytes) {
  FrameParser parser;
  const Heard heard = feed(parser, bytes);
  if (heard == Heard::nothing) return "nothing";
  if (heard == Heard::damaged) return "damaged " + std::to_string(parser.frame().addr) + " " + std::to_string(parser.frame().seq);
  if (heard == Heard::otherVersion) return "other version " + std::to_string(parser.frame().seq);
  if (heard == Heard::badField) return "bad field";
  std::string text = std::to_string(parser.frame().addr) + " " + std::to_string(parser.frame().seq) + " " + parser.frame().type;
  for (uint8_t i = 0; i < parser.frame().count; i++) text += std::string(" [") + parser.frame().fields[i] + "]";
  return text;
}

const char *const vectors[][2] = {
    {"$Q1,03,0,HI?*84D2", "3 0 HI?"},
    {"$Q1,03,17,KEY,NEXT*96ED", "3 17 KEY [NEXT]"},
    {"$Q1,03,1,HI,ctr-03,qbtn,0.1.0,7F3A,KEY4;LED6*07B3", "3 1 HI [ctr-03] [qbtn] [0.1.0] [7F3A] [KEY4;LED6]"},
    {"$Q1,03,17,ACK,OK*924F", "3 17 ACK [OK]"},
    {"$Q1,03,41,SHOW,A-012,3,B6*9FC3", "3 41 SHOW [A-012] [3] [B6]"},
    {"$Q1,03,18,KEY,CALL,A-012*CCF8", "3 18 KEY [CALL] [A-012]"},
    {"$Q1,03,41,NAK,BUSY*75E6", "3 41 NAK [BUSY]"},
    {"$Q1,03,42,CLR*BD00", "3 42 CLR"},
    {"$Q1,00,0,BRT,60*66BD", "0 0 BRT [60]"},
    {"$Q1,03,0,POLL*FB8A", "3 0 POLL"},
    {"$Q1,03,0,IDLE*7282", "3 0 IDLE"},
    {"$Q1,90,5,TMP,36.52,27.10,C,O*59F6", "90 5 TMP [36.52] [27.10] [C] [O]"},
    {"$Q1,03,43,SHOW,A%2C1%2A%24,3,S*DAC4", "3 43 SHOW [A,1*$] [3] [S]"},
};

}  // namespace

CASE("the check sum of 123456789 is 29B1") { EXPECT(loket::crcOf("123456789", 9) == 0x29B1); }

CASE("every vector of Q1.md is read") {
  for (const auto &vector : vectors) EXPECT_TEXT(read(std::string(vector[0]) + "\r\n"), vector[1]);
}

CASE("frames are written as the vectors stand in Q1.md") {
  FrameText hello(3, 1, "HI");
  hello.field("ctr-03").field("qbtn").field("0.1.0").field("7F3A").field("KEY4;LED6");
  EXPECT(hello.close() == 51);
  EXPECT_TEXT(hello.text(), "$Q1,03,1,HI,ctr-03,qbtn,0.1.0,7F3A,KEY4;LED6*07B3\r\n");
  FrameText show(3, 43, "SHOW");
  show.field("A,1*$").number(3).field("S");
  show.close();
  EXPECT_TEXT(show.text(), "$Q1,03,43,SHOW,A%2C1%2A%24,3,S*DAC4\r\n");
  FrameText all(0, 0, "BRT");
  all.number(60).close();
  EXPECT_TEXT(all.text(), "$Q1,00,0,BRT,60*66BD\r\n");
}

CASE("a frame ends with CR, LF or both, and its check sum may be written small") {
  EXPECT_TEXT(read("$Q1,03,42,CLR*BD00\r"), "3 42 CLR");
  EXPECT_TEXT(read("$Q1,03,42,CLR*BD00\n"), "3 42 CLR");
  EXPECT_TEXT(read("$Q1,03,42,CLR*bd00\r\n"), "3 42 CLR");
}

CASE("a frame after noise, and after half a frame, is read") {
  EXPECT_TEXT(read(std::string("# debug\r\n\xFF\x00\x80*42", 15) + "$Q1,03,0,HI?*84D2\r\n"), "3 0 HI?");
  EXPECT_TEXT(read("$Q1,03,17,KEY,NE$Q1,03,0,HI?*84D2\r\n"), "3 0 HI?");
  EXPECT_TEXT(read("$$$Q1,03,0,HI?*84D2\r\n"), "3 0 HI?");
}

CASE("every wrong bit in a frame is found") {
  const std::string good = "$Q1,03,17,KEY,NEXT*96ED";
  for (size_t at = 1; at < good.size(); at++) {
    for (int bit = 0; bit < 8; bit++) {
      std::string bad = good;
      bad[at] = static_cast<char>(bad[at] ^ (1 << bit));
      const std::string was = read(bad + "\r\n");
      // A small hexadecimal letter is the same check sum.
      if (was == "3 17 KEY [NEXT]" && at > 18 && bit == 5) continue;
      if (was != "nothing" && was.compare(0, 7, "damaged") != 0) failed(__FILE__, __LINE__, bad + " was read as " + was);
    }
  }
}

CASE("every swap of two bytes in a frame is found") {
  const std::string good = "$Q1,03,41,SHOW,A-012,3,B6*9FC3";
  for (size_t first = 1; first < 26; first++) {
    for (size_t second = first + 1; second < 26; second++) {
      std::string bad = good;
      std::swap(bad[first], bad[second]);
      if (bad == good) continue;
      if (read(bad + "\r\n").compare(0, 7, "damaged") != 0) failed(__FILE__, __LINE__, bad);
    }
  }
}

CASE("a damaged frame still says whose it was, where that can be read") {
  EXPECT_TEXT(read("$Q1,03,17,KEY,NEXX*96ED\r\n"), "damaged 3 17");
  EXPECT_TEXT(read("$Q1,03,17,KEY,NEXT\r\n"), "damaged 3 17");
  EXPECT_TEXT(read("$Q1,0x,17,KEY,NEXT*96ED\r\n"), "damaged 0 0");
  EXPECT_TEXT(read("$\r\n"), "damaged 0 0");
}

CASE("a frame of 120 bytes is read, and a longer one is not") {
  const std::string head = "Q1,03,1,HI,";
  EXPECT(read(framed(head + std::string(120 - 6 - head.size(), 'x')) + "\r\n").compare(0, 6, "3 1 HI") == 0);
  EXPECT_TEXT(read(framed(head + std::string(121 - 6 - head.size(), 'x')) + "\r\n"), "nothing");
  FrameText longest(3, 1, "HI");
  longest.field(std::string(200, 'x').c_str());
  EXPECT(longest.close() == 0);
}

CASE("bad fields, bad types and other versions are told apart") {
  EXPECT_TEXT(read(framed("Q1,03,4,SHOW,A%2") + "\r\n"), "bad field");
  EXPECT_TEXT(read(framed("Q1,03,4,SHOW,A%00") + "\r\n"), "bad field");
  EXPECT_TEXT(read(framed("Q1,03,4,SHOW,1,2,3,4,5,6,7") + "\r\n"), "bad field");
  EXPECT_TEXT(read(framed("Q1,03,4,show") + "\r\n"), "bad field");
  EXPECT_TEXT(read(framed("Q2,03,4,SHOW,A") + "\r\n"), "other version 4");
  EXPECT_TEXT(read(framed("Q1,03,70000,CLR") + "\r\n"), "nothing");
  EXPECT_TEXT(read(framed("hello") + "\r\n"), "nothing");
}
