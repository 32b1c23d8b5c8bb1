/** Fingers: a press closes a contact for so many milliseconds of the box's own time, and it bounces at both ends. */
#include "avr_ioport.h"
#include "box.h"

enum { KEYS = 4, BOUNCE_MS = 6, FIRST_PRESS_MS = 100, BETWEEN_MS = 150, REMEMBERED = 16 };

struct hold {
  uint64_t from, to;
};

static struct {
  avr_t *avr;
  uint64_t powered_at;
  struct {
    avr_irq_t *irq;
    struct hold holds[REMEMBERED];
    unsigned count;
  } key[KEYS];
} keys;

static uint64_t now_ms(void) { return keys.avr->cycle * 1000 / keys.avr->frequency; }

static uint64_t later_of(uint64_t a, uint64_t b) { return a > b ? a : b; }

void attach_keys(avr_t *avr) {
  keys.avr = avr;
  for (int i = 0; i < KEYS; i++) {
    keys.key[i].irq = avr_io_getirq(avr, AVR_IOCTL_IOPORT_GETIRQ('D'), 2 + i);
    avr_raise_irq(keys.key[i].irq, 1);
  }
}

void let_go_of_keys(void) {
  keys.powered_at = now_ms();
  for (int i = 0; i < KEYS; i++) {
    keys.key[i].count = 0;
    // The reset has cleared the pins; a level that does not change is not passed on to them.
    avr_raise_irq(keys.key[i].irq, 0);
    avr_raise_irq(keys.key[i].irq, 1);
  }
}

void press_key(int number, uint32_t ms) {
  if (number < 1 || number > KEYS) return;
  // A contact that is closed when the power comes is stuck, not pressed; no finger is that fast.
  uint64_t from = later_of(now_ms(), keys.powered_at + FIRST_PRESS_MS);
  const unsigned count = keys.key[number - 1].count++;
  struct hold *holds = keys.key[number - 1].holds;
  // Nor is it on the key again before it has left it.
  if (count > 0) from = later_of(from, holds[(count - 1) % REMEMBERED].to + BETWEEN_MS);
  holds[count % REMEMBERED] = (struct hold){from, from + ms};
}

static bool closes(const struct hold *hold, uint64_t now) {
  if (now < hold->from || now >= hold->to + BOUNCE_MS) return false;
  if (now < hold->from + BOUNCE_MS || now >= hold->to) return now % 2 == 0;
  return true;
}

static bool is_closed(int i, uint64_t now) {
  const unsigned count = keys.key[i].count < REMEMBERED ? keys.key[i].count : REMEMBERED;
  for (unsigned each = 0; each < count; each++) {
    if (closes(&keys.key[i].holds[each], now)) return true;
  }
  return false;
}

void move_keys(void) {
  const uint64_t now = now_ms();
  for (int i = 0; i < KEYS; i++) avr_raise_irq(keys.key[i].irq, is_closed(i, now) ? 0 : 1);
}
