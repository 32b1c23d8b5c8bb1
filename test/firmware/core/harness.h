/** Cases of the core's tests, and a box at the byte: what it hears, what it says, what its board shows. */
#ifndef HARNESS_H
#define HARNESS_H

#include <functional>
#include <string>
#include <vector>

#include <box.h>

using Lines = std::vector<std::string>;

void addCase(const char *name, void (*body)());
void failed(const char *file, int line, const std::string &message);
std::string joined(const Lines &lines);

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define CASE(name)                                             \
  static void JOIN(body, __LINE__)();                          \
  namespace {                                                  \
  const bool JOIN(added, __LINE__) = (addCase(name, JOIN(body, __LINE__)), true); \
  }                                                            \
  static void JOIN(body, __LINE__)()

#define EXPECT(what) \
  if (!(what)) failed(__FILE__, __LINE__, #what)
#define EXPECT_TEXT(actual, expected)                                                               \
  do {                                                                                              \
    const std::string is = (actual), should = (expected);                                           \
    if (is != should) failed(__FILE__, __LINE__, "expected [" + should + "], was [" + is + "]");     \
  } while (0)
#define EXPECT_LINES(actual, ...) EXPECT_TEXT(joined(actual), joined(Lines __VA_ARGS__))

/** Counted without the code under test. */
std::string framed(const std::string &body);

/** A box with a clock that stands still unless it is told to go on, and a wire that remembers. */
class BenchBox : public loket::Wire {
 public:
  struct Made {
    bool bus;
    uint8_t digits;
    uint32_t startedAt;
  };
  explicit BenchBox(Made made = {false, 4, 1000});

  /** Milliseconds pass one by one. */
  void wait(uint32_t ms);
  /** A whole frame, with its check sum and CR LF. */
  void hears(const std::string &body);
  void hearsBytes(const std::string &bytes);
  /** The bodies of what it said since it was last asked; a wrong check sum or end is written as `BAD`. */
  Lines said();
  /** As a person reads it; a point at its end: it hears nothing. */
  std::string shows() const;
  /** Its greeting is answered, and nothing is on its way. */
  void settle();
  void press(const char *key) { box.press(key, now); }
  void send(const char *line, uint8_t length) override;

  uint32_t now;
  Lines bytes;
  loket::Box box;
};

#endif
