/** Q-ONCE, Q-NAK, Q-BUS: what a box does when it is spoken to, and floods of it. */
#include "harness.h"

CASE("Q-ONCE the last number again is answered again and not done again") {
  BenchBox bench;
  bench.settle();
  bench.hears("Q1,03,41,SHOW,A-012,3,B6");
  bench.wait(6000);
  bench.hears("Q1,03,41,SHOW,A-012,3,B6");
  EXPECT_LINES(bench.said(), {"Q1,03,41,ACK,OK", "Q1,03,41,ACK,OK"});
  bench.wait(600);
  EXPECT_TEXT(bench.shows(), "A012");
  bench.hears("Q1,03,42,BRT,101");
  bench.hears("Q1,03,42,BRT,101");
  EXPECT_LINES(bench.said(), {"Q1,03,42,NAK,ARG", "Q1,03,42,NAK,ARG"});
}

CASE("Q-ONCE after HI? the same number is another message") {
  BenchBox bench;
  bench.settle();
  bench.hears("Q1,03,41,SHOW,A-012,3,S");
  bench.hears("Q1,03,0,HI?");
  bench.hears("Q1,03,41,SHOW,A-077,3,S");
  EXPECT_TEXT(bench.shows(), "A077");
}

CASE("HI? is answered with a greeting that wants an acknowledgement, and again when asked again") {
  BenchBox bench;
  bench.settle();
  bench.hears("Q1,03,0,HI?");
  bench.hears("Q1,03,0,HI?");
  EXPECT_LINES(bench.said(), {"Q1,03,2,HI,ser-3,bench,1.0,7F3A,KEY4;LED4", "Q1,03,2,HI,ser-3,bench,1.0,7F3A,KEY4;LED4"});
  bench.hears("Q1,03,2,ACK,OK");
  bench.wait(5000);
  EXPECT_LINES(bench.said(), {});
}

CASE("Q-NAK damage, other versions, unknown types and bad fields are told apart") {
  BenchBox bench;
  bench.settle();
  bench.hearsBytes("$Q1,03,41,SHOW,A-012,3,B7*9FC3\r\n");
  bench.hears("Q2,03,42,SHOW,A-012,3,S");
  bench.hears("Q1,03,43,DANCE");
  bench.hears("Q1,03,44,SHOW");
  bench.hears("Q1,03,45,SHOW,A-012,3,B");
  bench.hears("Q1,03,46,SHOW,A-012,3,B256");
  bench.hears("Q1,03,47,SHOW,A-012,3,X");
  bench.hears("Q1,03,48,SHOW,A%ZZ,3,S");
  bench.hears("Q1,03,49,SHOW,A-012,3,B0");
  bench.hears("Q1,03,50,SHOW,A-012,3,B100");
  EXPECT_LINES(bench.said(), {"Q1,03,41,NAK,CRC", "Q1,03,42,NAK,VER", "Q1,03,43,NAK,TYPE", "Q1,03,44,NAK,ARG",
                              "Q1,03,45,NAK,ARG", "Q1,03,46,NAK,ARG", "Q1,03,47,NAK,ARG", "Q1,03,48,NAK,ARG",
                              "Q1,03,49,NAK,ARG", "Q1,03,50,NAK,ARG"});
  EXPECT_TEXT(bench.shows(), "    ");
}

CASE("what is for another box, or for all, or wants no answer, is not answered") {
  BenchBox bench;
  bench.settle();
  bench.hears("Q1,04,41,SHOW,A-099,4,S");
  bench.hearsBytes("$Q1,04,41,SHOW,A-012,3,B7*9FC3\r\n");
  EXPECT_TEXT(bench.shows(), "    ");
  bench.hears("Q1,00,41,SHOW,A-012,3,S");
  EXPECT_TEXT(bench.shows(), "A012");
  bench.hears("Q1,03,0,SHOW,A-013,3,S");
  EXPECT_TEXT(bench.shows(), "A013");
  EXPECT_LINES(bench.said(), {});
}

CASE("to an answer and to what is said to all it says nothing, also where a field cannot be read") {
  BenchBox bench;
  bench.settle();
  for (const char *body : {"Q1,03,60,ACK,OK,%ZZ", "Q1,03,61,NAK,%", "Q1,03,62,ACK,OK", "Q1,00,0,HI?", "Q1,00,63,HI?",
                           "Q1,00,64,DANCE", "Q1,03,0,DANCE", "Q1,03,0,SHOW,A%ZZ,3,S"})
    bench.hears(body);
  EXPECT_LINES(bench.said(), {});
}

CASE("its own words coming back from the line are not taken for the bridge's") {
  BenchBox bench;
  bench.press("NEXT");
  bench.wait(1);
  for (int i = 0; i < 10; i++) {
    for (const auto &line : Lines(bench.bytes)) bench.hearsBytes(line);
  }
  EXPECT(bench.said().size() == 1);
  EXPECT_TEXT(bench.shows(), "    .");
}

CASE("a flood of commands is answered one by one, and a press comes through") {
  BenchBox bench;
  bench.settle();
  for (int seq = 100; seq < 1100; seq++) {
    bench.hears("Q1,03," + std::to_string(seq) + ",SHOW,A-" + std::to_string(seq) + ",3,B6");
    EXPECT_LINES(bench.said(), {"Q1,03," + std::to_string(seq) + ",ACK,OK"});
  }
  bench.press("NEXT");
  bench.wait(1);
  EXPECT_LINES(bench.said(), {"Q1,03,2,KEY,NEXT"});
}

CASE("a flood of noise says nothing and shows nothing, and the frame after it is obeyed") {
  BenchBox bench;
  bench.settle();
  uint32_t chance = 12345;
  std::string noise;
  for (int i = 0; i < 200000; i++) {
    chance = chance * 1664525u + 1013904223u;
    noise += static_cast<char>(chance >> 24);
  }
  bench.hearsBytes(noise);
  for (int i = 0; i < 2000; i++) bench.hearsBytes("$");
  for (int i = 0; i < 2000; i++) bench.hearsBytes("$Q1,03,");
  EXPECT_LINES(bench.said(), {});
  bench.hears("Q1,03,41,SHOW,A-012,3,S");
  EXPECT_TEXT(bench.shows(), "A012");
}

CASE("Q-BUS a box speaks only when it is polled: greeting, press, and nothing to say") {
  BenchBox bench({true, 4, 1000});
  bench.press("NEXT");
  bench.wait(5000);
  EXPECT_LINES(bench.said(), {});
  bench.press("RECALL");
  bench.hears("Q1,03,0,POLL");
  bench.hears("Q1,03,1,ACK,OK");
  bench.hears("Q1,03,0,POLL");
  bench.hears("Q1,03,0,POLL");
  bench.hears("Q1,03,2,ACK,OK,A-013");
  bench.hears("Q1,03,0,POLL");
  bench.hears("Q1,03,3,ACK,OK");
  bench.hears("Q1,03,0,POLL");
  EXPECT_LINES(bench.said(), {"Q1,03,1,HI,ser-3,bench,1.0,7F3A,KEY4;LED4", "Q1,03,2,KEY,NEXT", "Q1,03,0,IDLE",
                              "Q1,03,3,KEY,RECALL", "Q1,03,0,IDLE"});
}

CASE("Q-BUS commands are answered at once, damage and broadcasts never") {
  BenchBox bench({true, 4, 1000});
  bench.hears("Q1,03,41,SHOW,A-012,3,S");
  bench.hearsBytes("$Q1,03,42,SHOW,A-012,3,B7*9FC3\r\n");
  bench.hears("Q1,00,0,HI?");
  bench.hears("Q1,04,0,POLL");
  EXPECT_LINES(bench.said(), {"Q1,03,41,ACK,OK"});
  bench.hears("Q1,03,0,HI?");
  EXPECT_LINES(bench.said(), {"Q1,03,1,HI,ser-3,bench,1.0,7F3A,KEY4;LED4"});
}

CASE("Q-BUS an unanswered press comes again with a later turn, and after ten seconds no more") {
  BenchBox bench({true, 4, 1000});
  bench.hears("Q1,03,0,POLL");
  bench.hears("Q1,03,1,ACK,OK");
  bench.said();
  bench.press("NEXT");
  int sent = 0;
  for (int turn = 0; turn < 150; turn++) {
    bench.hears("Q1,03,0,POLL");
    for (const auto &line : bench.said()) sent += line == "Q1,03,2,KEY,NEXT";
    bench.wait(100);
  }
  EXPECT(sent >= 8 && sent <= 12);
  bench.hears("Q1,03,0,POLL");
  EXPECT_LINES(bench.said(), {"Q1,03,0,IDLE"});
}
