/** Q-BOOT: a press has its name for ever, since the box says who it is before any of them. */
#include "harness.h"

CASE("a box says who it is before anything else, with a number of its own") {
  BenchBox bench;
  bench.press("NEXT");
  bench.wait(1);
  EXPECT_LINES(bench.said(), {"Q1,03,1,HI,ser-3,bench,1.0,7F3A,KEY4;LED4"});
  bench.hears("Q1,03,1,ACK,OK");
  EXPECT_LINES(bench.said(), {"Q1,03,2,KEY,NEXT"});
}

CASE("Q-BOOT nobody answers the greeting: it goes on each second for ever, and no key is said before it is acknowledged") {
  const std::string greeting = "Q1,03,1,HI,ser-3,bench,1.0,7F3A,KEY4;LED4";
  BenchBox bench;
  bench.wait(60000);
  // At 1, 251, 751 and 1751 ms, and then 58 times.
  EXPECT(bench.said().size() == 62);
  bench.press("NEXT");
  bench.wait(3000);
  EXPECT_LINES(bench.said(), {greeting, greeting, greeting});
  bench.hears("Q1,03,1,ACK,OK");
  EXPECT_LINES(bench.said(), {"Q1,03,2,KEY,NEXT"});
}

CASE("Q-BOOT a greeting that is refused is said again, and no key before it is taken") {
  for (const char *code : {"ARG", "TYPE", "VER", "BUSY"}) {
    BenchBox bench;
    bench.press("NEXT");
    bench.wait(1);
    bench.hears(std::string("Q1,03,1,NAK,") + code);
    bench.said();
    bench.wait(1000);
    EXPECT_LINES(bench.said(), {"Q1,03,1,HI,ser-3,bench,1.0,7F3A,KEY4;LED4"});
    bench.hears("Q1,03,1,ACK,OK");
    EXPECT_LINES(bench.said(), {"Q1,03,2,KEY,NEXT"});
  }
}

CASE("Q-LATE a press that the greeting kept waiting for ten seconds is shown as not sent, and is never said") {
  BenchBox bench;
  bench.press("NEXT");
  bench.wait(10000);
  EXPECT_TEXT(bench.shows(), "Err .");
  bench.said();
  bench.hears("Q1,03,1,ACK,OK");
  bench.wait(5000);
  EXPECT_LINES(bench.said(), {});
}

CASE("Q-BOOT asked who it is while a press is under way, it says so without a number, and the press comes again") {
  BenchBox bench;
  bench.settle();
  bench.press("NEXT");
  bench.wait(1);
  bench.said();
  bench.hears("Q1,03,0,HI?");
  EXPECT_LINES(bench.said(), {"Q1,03,0,HI,ser-3,bench,1.0,7F3A,KEY4;LED4"});
  bench.wait(250);
  EXPECT_LINES(bench.said(), {"Q1,03,2,KEY,NEXT"});
}

namespace {

/** Everything up to the last number is said and acknowledged. */
void useUp(BenchBox &bench) {
  bench.settle();
  for (uint32_t seq = 2; seq <= 65535; seq++) {
    bench.press("RECALL");
    bench.wait(1);
    bench.hears("Q1,03," + std::to_string(seq) + ",ACK,OK");
  }
  bench.said();
}

}  // namespace

CASE("Q-BOOT numbers that begin again at 1 do so under a new boot id, said before the next press") {
  BenchBox bench;
  useUp(bench);
  bench.press("NEXT");
  bench.press("DONE");
  bench.wait(1);
  EXPECT_LINES(bench.said(), {"Q1,03,1,HI,ser-3,bench,1.0,7F3B,KEY4;LED4"});
  bench.hears("Q1,03,1,ACK,OK");
  EXPECT_LINES(bench.said(), {"Q1,03,2,KEY,NEXT"});
  bench.hears("Q1,03,2,ACK,OK,A-013");
  EXPECT_LINES(bench.said(), {"Q1,03,3,KEY,DONE"});
}

CASE("Q-BOOT the answer to HI? takes the new boot id where its number is 1 again, and keeps it when asked again") {
  BenchBox bench;
  useUp(bench);
  bench.hears("Q1,03,0,HI?");
  bench.hears("Q1,03,0,HI?");
  const std::string greeting = "Q1,03,1,HI,ser-3,bench,1.0,7F3B,KEY4;LED4";
  EXPECT_LINES(bench.said(), {greeting, greeting});
}
