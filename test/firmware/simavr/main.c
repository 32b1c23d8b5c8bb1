/**
 * simbox ELF CHIP DIGITS: runs the sketch no faster than real time. On stdin: `press KEY MS`, `off`, `on`; its end ends the
 * box. On stdout: `line PTY` once, then `board "A012"` at each change of what the board shows.
 */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "avr_adc.h"
#include "box.h"
#include "sim_elf.h"

static bool powered = true;

static void quiet(avr_t *avr, const int level, const char *format, va_list args) {
  (void)avr;
  if (level <= LOG_ERROR) vfprintf(stderr, format, args);
}

/** A sleeping processor costs nothing; the main loop keeps the pace. */
static void do_not_wait(avr_t *avr, avr_cycle_count_t cycles) {
  (void)avr;
  (void)cycles;
}

/** Open inputs: another voltage in each start, as in life. */
static void let_inputs_float(avr_t *avr) {
  for (int i = 0; i < 6; i++) {
    uint16_t noise = 0;
    if (getrandom(&noise, sizeof noise, 0) < 0) continue;
    avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_ADC_GETIRQ, ADC_IRQ_ADC0 + i), noise % 5000);
  }
}

static avr_t *make_box(const char *file) {
  elf_firmware_t firmware;
  memset(&firmware, 0, sizeof firmware);
  if (elf_read_firmware(file, &firmware) != 0) return NULL;
  avr_t *avr = avr_make_mcu_by_name("atmega328p");
  if (avr == NULL || avr_init(avr) != 0) return NULL;
  firmware.frequency = 16000000;
  avr_load_firmware(avr, &firmware);
  avr->frequency = 16000000;
  avr->vcc = avr->avcc = avr->aref = 5000;
  avr->sleep = do_not_wait;
  return avr;
}

static void obey(avr_t *avr, const char *command) {
  int key;
  unsigned ms;
  if (sscanf(command, "press %d %u", &key, &ms) == 2) press_key(key, ms);
  if (strncmp(command, "off", 3) == 0) {
    powered = false;
    darken_board();
  }
  if (strncmp(command, "on", 2) == 0) {
    // The EEPROM outlives a reset, the rest begins anew.
    avr_reset(avr);
    let_inputs_float(avr);
    let_go_of_keys();
    powered = true;
  }
}

/** @returns false at the end of stdin */
static bool listen_to_stdin(avr_t *avr, int wait_ms) {
  static char text[256];
  static size_t length = 0;
  struct pollfd wanted[2] = {{STDIN_FILENO, POLLIN, 0}, {line_descriptor(), POLLIN, 0}};
  if (poll(wanted, 2, wait_ms) <= 0 || wanted[0].revents == 0) return true;
  const ssize_t got = read(STDIN_FILENO, text + length, sizeof text - 1 - length);
  if (got <= 0) return false;
  length += (size_t)got;
  text[length] = '\0';
  for (char *end; (end = strchr(text, '\n')) != NULL;) {
    *end = '\0';
    obey(avr, text);
    length -= (size_t)(end + 1 - text);
    memmove(text, end + 1, length + 1);
  }
  if (length == sizeof text - 1) length = 0;
  return true;
}

static int64_t wall_us(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return (int64_t)at.tv_sec * 1000000 + at.tv_nsec / 1000;
}

/** One simulated millisecond. @returns false when the processor has stopped for good */
static bool run_millisecond(avr_t *avr) {
  if (!powered) {
    avr->cycle += 16000;
    return true;
  }
  move_keys();
  const avr_cycle_count_t until = avr->cycle + 16000;
  while (avr->cycle < until) {
    const int state = avr_run(avr);
    if (state == cpu_Done || state == cpu_Crashed) return false;
  }
  return true;
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  avr_global_logger_set(quiet);
  avr_t *avr = make_box(arguments[1]);
  if (avr == NULL) return 1;
  const char *name = open_line(avr);
  if (name == NULL) return 1;
  attach_keys(avr);
  let_inputs_float(avr);
  watch_board(avr, atoi(arguments[2]), atoi(arguments[3]));
  printf("line %s\n", name);
  fflush(stdout);

  int64_t due = wall_us();
  while (listen_to_stdin(avr, 0)) {
    feed_line(powered);
    if (!run_millisecond(avr)) return 1;
    due += 1000;
    const int64_t ahead = due - wall_us();
    // A machine that was busy is not caught up with: the box's seconds would become too short for those it talks to.
    if (ahead < -50000) due = wall_us();
    if (ahead > 1000) usleep((useconds_t)(ahead - 500));
  }
  return 0;
}
