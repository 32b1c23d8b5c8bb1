/** What is read on the board: fitting, blinking, and the box's own words above the number. */
#include <boot-id.h>
#include <loket-board.h>
#include <seven-segment.h>

#include <set>

#include "harness.h"

namespace {

std::string fitted(const char *text, uint8_t digits) {
  char to[loket::kDigitsMost + 1];
  loket::fitText(text, digits, to);
  return to;
}

}  // namespace

CASE("A-012 fits boards of two to eight digits") {
  EXPECT_TEXT(fitted("A-012", 4), "A012");
  EXPECT_TEXT(fitted("A-012", 6), " A-012");
  EXPECT_TEXT(fitted("A-012", 8), "   A-012");
  EXPECT_TEXT(fitted("A-012", 3), "012");
  EXPECT_TEXT(fitted("A-012", 2), "12");
  EXPECT_TEXT(fitted("012", 4), " 012");
  EXPECT_TEXT(fitted("", 4), "    ");
}

CASE("a letter that can be read as a digit, or not at all, is left out: the number stands alone") {
  for (const char *text : {"B-012", "D-012", "G-012", "I-012", "K-012", "M-012", "O-012", "Q-012", "S-012", "V-012", "X-012", "Z-012"}) {
    EXPECT_TEXT(fitted(text, 4), " 012");
    EXPECT_TEXT(fitted(text, 8), "     012");
  }
  for (const char *text : {"A-012", "C-012", "E-012", "F-012", "H-012", "L-012", "P-012", "U-012"}) {
    EXPECT_TEXT(fitted(text, 4), std::string(1, text[0]) + "012");
  }
  EXPECT_TEXT(fitted("AB-012", 6), "   012");
}

CASE("what is too long loses its letter, and never a digit: rather nothing than half a number") {
  EXPECT_TEXT(fitted("A-1234", 4), "1234");
  EXPECT_TEXT(fitted("A-12345", 4), "    ");
  EXPECT_TEXT(fitted("123456789012", 8), "        ");
  EXPECT_TEXT(fitted("TUTUP", 8), "        ");
  EXPECT_TEXT(fitted("\xC3\x89-012", 4), "    ");
}

CASE("no two characters have the same segments") {
  std::set<int> seen;
  for (char letter = '0'; letter <= 'Z'; letter++) {
    const int segments = loket::segmentsOf(letter);
    if (segments != 0) EXPECT(seen.insert(segments).second);
  }
  EXPECT(seen.size() == 27);
}

CASE("B6 blinks six times and then stands still, over the end of the milliseconds too") {
  for (const uint32_t start : {1000u, 0xFFFFFFFFu - 2200u}) {
    BenchBox bench({false, 4, start});
    bench.settle();
    bench.hears("Q1,03,41,SHOW,A-012,3,B6");
    std::string seen;
    for (int half = 0; half < 16; half++) {
      seen += bench.shows() == "A012" ? "A" : bench.shows() == "    " ? "_" : "?";
      bench.wait(500);
    }
    EXPECT_TEXT(seen, "A_A_A_A_A_A_AAAA");
  }
}

CASE("F flashes until something else is shown, S stands still, CLR is dark") {
  BenchBox bench;
  bench.settle();
  bench.hears("Q1,03,41,SHOW,A-012,3,F");
  bench.wait(20500);
  EXPECT_TEXT(bench.shows(), "    ");
  bench.hears("Q1,03,42,SHOW,A-013,3,S");
  EXPECT_TEXT(bench.shows(), "A013");
  bench.wait(500);
  EXPECT_TEXT(bench.shows(), "A013");
  bench.hears("Q1,03,43,CLR");
  EXPECT_TEXT(bench.shows(), "    ");
}

CASE("the acknowledged number is shown at once, and the hub's board after it counts") {
  BenchBox bench;
  bench.settle();
  bench.press("NEXT");
  bench.wait(1);
  bench.hears("Q1,03,2,ACK,OK,A-013");
  EXPECT_TEXT(bench.shows(), "A013");
  bench.hears("Q1,03,50,SHOW,A-013,3,B6");
  bench.wait(600);
  EXPECT_TEXT(bench.shows(), "    ");
}

CASE("a board that blinks already goes on blinking when the acknowledgement comes after it") {
  BenchBox bench;
  bench.settle();
  bench.press("NEXT");
  bench.wait(1);
  bench.hears("Q1,03,50,SHOW,A-013,3,B6");
  bench.wait(600);
  bench.hears("Q1,03,2,ACK,OK,A-013");
  EXPECT_TEXT(bench.shows(), "    ");
}

CASE("a number that the board is not told stands for two seconds, and then what it was told") {
  BenchBox bench;
  bench.settle();
  bench.hears("Q1,03,41,SHOW,A-012,3,S");
  bench.press("NEXT");
  bench.wait(1);
  bench.hears("Q1,03,2,ACK,OK,A-013");
  bench.wait(1999);
  EXPECT_TEXT(bench.shows(), "A013");
  bench.wait(1);
  EXPECT_TEXT(bench.shows(), "A012");
}

CASE("ID lights everything for a while, and BRT sets the brightness") {
  BenchBox bench;
  bench.settle();
  bench.hears("Q1,03,41,SHOW,A-012,3,S");
  bench.hears("Q1,03,42,ID");
  EXPECT_TEXT(bench.shows(), "8888");
  bench.wait(3000);
  EXPECT_TEXT(bench.shows(), "A012");
  bench.hears("Q1,00,0,BRT,60");
  EXPECT(bench.box.board().brightness() == 60);
}

CASE("the last point says that nothing is heard from the bridge") {
  BenchBox bench;
  bench.wait(1);
  EXPECT_TEXT(bench.shows(), "    .");
  bench.hears("Q1,03,0,HI?");
  bench.hears("Q1,03,41,SHOW,A-012,3,S");
  EXPECT_TEXT(bench.shows(), "A012");
  bench.wait(25000);
  EXPECT_TEXT(bench.shows(), "A012.");
  bench.hears("Q1,03,0,HI?");
  EXPECT_TEXT(bench.shows(), "A012");
}

CASE("no two of 65,536 starts have the same boot id, and salts make boxes differ") {
  std::set<int> seen;
  for (uint32_t starts = 0; starts < 65536; starts++) seen.insert(loket::bootId(static_cast<uint16_t>(starts), 0x1234));
  EXPECT(seen.size() == 65536);
  EXPECT(loket::bootId(1, 0x1234) != loket::bootId(1, 0x1235));
}

CASE("the board is read as characters too, for displays that draw their own") {
  loket::Board &board = loket_board(4);
  char text[loket::kDigitsMost + 1];
  board.show("A-012", loket_blinks(500, 6000), 1000);
  board.read(1000, text);
  EXPECT_TEXT(text, "A012");
  board.read(1500, text);
  EXPECT_TEXT(text, "    ");
  board.tick(7000);
  board.read(7500, text);
  EXPECT_TEXT(text, "A012");
  board.identify(8000);
  board.read(8000, text);
  EXPECT_TEXT(text, "8888");
}

CASE("the hub's blinking counted in blinks: 500 ms for 6 s are six, none where nothing blinks, 255 at most") {
  EXPECT(loket_blinks(500, 6000) == 6);
  EXPECT(loket_blinks(0, 0) == 0);
  EXPECT(loket_blinks(0, 6000) == 0);
  EXPECT(loket_blinks(1, 3600000) == 255);
}
