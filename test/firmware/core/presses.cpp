/** Q-ACK, Q-COMMIT, Q-LATE: what becomes of a press, over good lines and bad ones. */
#include "harness.h"

CASE("Q-ACK an unanswered frame comes again after 250, 500 and 1000 ms, with the same bytes") {
  BenchBox bench;
  bench.settle();
  bench.press("NEXT");
  std::string when;
  for (int ms = 0; ms < 3000; ms++) {
    bench.wait(1);
    for (const auto &line : bench.said()) when += line + "@" + std::to_string(ms) + " ";
  }
  EXPECT_TEXT(when, "Q1,03,2,KEY,NEXT@0 Q1,03,2,KEY,NEXT@250 Q1,03,2,KEY,NEXT@750 Q1,03,2,KEY,NEXT@1750 Q1,03,2,KEY,NEXT@2750 ");
}

CASE("Q-ACK one press is under way at a time, and the next follows the acknowledgement") {
  BenchBox bench;
  bench.settle();
  for (const char *key : {"NEXT", "RECALL", "DONE"}) bench.press(key);
  bench.wait(100);
  EXPECT_LINES(bench.said(), {"Q1,03,2,KEY,NEXT"});
  bench.hears("Q1,03,9,ACK,OK");
  EXPECT_LINES(bench.said(), {});
  bench.hears("Q1,03,2,ACK,OK,A-013");
  EXPECT_LINES(bench.said(), {"Q1,03,3,KEY,RECALL"});
  bench.hears("Q1,03,2,ACK,OK,A-013");
  EXPECT_LINES(bench.said(), {});
  bench.hears("Q1,03,3,ACK,OK");
  EXPECT_LINES(bench.said(), {"Q1,03,4,KEY,DONE"});
}

CASE("four presses wait; the fifth is shown as not sent and is never sent") {
  BenchBox bench;
  bench.settle();
  for (const char *key : {"NEXT", "RECALL", "RECALL", "RECALL"}) bench.press(key);
  EXPECT_TEXT(bench.shows(), "    ");
  bench.press("NOSHOW");
  EXPECT_TEXT(bench.shows(), "Err ");
  for (const char *seq : {"2", "3", "4", "5"}) {
    bench.wait(1);
    bench.hears(std::string("Q1,03,") + seq + ",ACK,OK");
  }
  bench.wait(5000);
  EXPECT_LINES(bench.said(), {"Q1,03,2,KEY,NEXT", "Q1,03,3,KEY,RECALL", "Q1,03,4,KEY,RECALL", "Q1,03,5,KEY,RECALL"});
}

CASE("Q-COMMIT after BUSY the same frame comes again each second") {
  BenchBox bench;
  bench.settle();
  bench.press("NEXT");
  bench.wait(1);
  bench.said();
  bench.hears("Q1,03,2,NAK,BUSY");
  bench.wait(999);
  EXPECT_LINES(bench.said(), {});
  bench.wait(1);
  EXPECT_LINES(bench.said(), {"Q1,03,2,KEY,NEXT"});
  bench.hears("Q1,03,2,NAK,BUSY");
  bench.wait(1000);
  bench.hears("Q1,03,2,ACK,OK,A-013");
  EXPECT_TEXT(bench.shows(), "A013");
}

CASE("Q-LATE ten seconds after the press it is given up, shown as not sent, and forgotten") {
  BenchBox bench;
  bench.settle();
  bench.press("NEXT");
  bench.wait(3000);
  bench.press("RECALL");
  bench.wait(6999);
  EXPECT_TEXT(bench.shows(), "    ");
  bench.said();
  bench.wait(1);
  EXPECT_TEXT(bench.shows(), "Err ");
  EXPECT_LINES(bench.said(), {"Q1,03,3,KEY,RECALL"});
  bench.hears("Q1,03,3,ACK,OK");
  bench.said();
  bench.wait(30000);
  EXPECT_LINES(bench.said(), {});
}

CASE("Q-LATE each press has ten seconds of its own, over the end of the milliseconds too") {
  BenchBox bench({false, 4, 0xFFFFFFFF - 4000});
  bench.settle();
  bench.press("NEXT");
  bench.wait(9999);
  EXPECT(!bench.said().empty());
  EXPECT_TEXT(bench.shows(), "    ");
  bench.wait(1);
  EXPECT_TEXT(bench.shows(), "Err ");
}

CASE("a refused press is shown for two seconds and not sent again") {
  for (const char *answer : {"NAK,NO,nobody-waiting", "NAK,ARG", "NAK,OLD", "NAK,TYPE"}) {
    BenchBox bench;
    bench.settle();
    bench.hears("Q1,03,41,SHOW,A-012,3,S");
    bench.press("NEXT");
    bench.wait(1);
    bench.said();
    bench.hears(std::string("Q1,03,2,") + answer);
    bench.wait(1999);
    EXPECT_TEXT(bench.shows(), "----");
    bench.wait(1);
    EXPECT_TEXT(bench.shows(), "A012");
    bench.wait(10000);
    EXPECT_LINES(bench.said(), {});
  }
}

CASE("Q-NAK a press that arrived damaged comes again as after silence") {
  BenchBox bench;
  bench.settle();
  bench.press("NEXT");
  bench.wait(1);
  bench.said();
  for (int i = 0; i < 50; i++) bench.hears("Q1,03,2,NAK,CRC");
  EXPECT_LINES(bench.said(), {});
  bench.wait(250);
  EXPECT_LINES(bench.said(), {"Q1,03,2,KEY,NEXT"});
}
