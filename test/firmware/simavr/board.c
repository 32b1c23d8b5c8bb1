/** The display chips, from the outside: bits on wires to characters. Knows the data sheets, and nothing of the firmware. */
#include <stdio.h>
#include <string.h>

#include "avr_ioport.h"
#include "box.h"

enum { CLK, DATA, CS, WIRES };

static struct {
  int chip, digits;
  bool level[WIRES];
  /** TM1637: the bits of a byte, the bytes since the start condition. */
  int bits, count;
  uint8_t byte, bytes[16];
  /** MAX7219: what was shifted in. */
  uint16_t shifted;
  uint8_t segments[16];
  bool on;
  char said[40];
} board;

static const struct { uint8_t segments; char letter; } shapes[] = {
    {0x00, ' '}, {0x3F, '0'}, {0x06, '1'}, {0x5B, '2'}, {0x4F, '3'}, {0x66, '4'}, {0x6D, '5'}, {0x7D, '6'}, {0x07, '7'},
    {0x7F, '8'}, {0x6F, '9'}, {0x40, '-'}, {0x77, 'A'}, {0x7C, 'b'}, {0x39, 'C'}, {0x5E, 'd'}, {0x79, 'E'}, {0x71, 'F'},
    {0x3D, 'G'}, {0x76, 'H'}, {0x1E, 'J'}, {0x38, 'L'}, {0x54, 'n'}, {0x5C, 'o'}, {0x73, 'P'}, {0x50, 'r'}, {0x78, 't'},
    {0x3E, 'U'}, {0x6E, 'y'},
};

static char letter_of(uint8_t segments) {
  for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
    if (shapes[i].segments == (segments & 0x7F)) return shapes[i].letter;
  }
  return '?';
}

static void say(void) {
  char text[40];
  int length = 0;
  for (int i = 0; i < board.digits; i++) {
    const uint8_t segments = board.on ? board.segments[i] : 0;
    text[length++] = letter_of(segments);
    if (segments & 0x80) text[length++] = '.';
  }
  text[length] = '\0';
  if (strcmp(text, board.said) == 0) return;
  strcpy(board.said, text);
  printf("board \"%s\"\n", text);
  fflush(stdout);
}

static void end_of_message(void) {
  const uint8_t first = board.count > 0 ? board.bytes[0] : 0;
  if ((first & 0xC0) == 0xC0) {
    for (int i = 1; i < board.count; i++) board.segments[((first & 7) + i - 1) % 8] = board.bytes[i];
  } else if ((first & 0xC0) == 0x80) {
    board.on = (first & 8) != 0;
    say();
  }
}

static void tm1637(int wire, bool level) {
  if (wire == DATA && board.level[CLK]) {
    if (level) end_of_message();
    else board.bits = board.count = 0;
  }
  if (wire != CLK || !level) return;
  if (board.bits == 8) {
    board.bits = 0;
    if (board.count < (int)sizeof board.bytes) board.bytes[board.count++] = board.byte;
    return;
  }
  board.byte = (uint8_t)((board.byte >> 1) | (board.level[DATA] ? 0x80 : 0));
  board.bits++;
}

/** The chip counts from bit 6 = a, and its digits from the right. */
static void max7219_digit(int place, uint8_t value) {
  uint8_t segments = value & 0x80;
  for (int bit = 0; bit < 7; bit++) {
    if (value & (0x40 >> bit)) segments |= (uint8_t)(1 << bit);
  }
  if (place <= board.digits) board.segments[board.digits - place] = segments;
}

static void max7219(int wire, bool level) {
  if (wire == CLK && level) board.shifted = (uint16_t)((board.shifted << 1) | board.level[DATA]);
  if (wire != CS || !level) return;
  const int place = (board.shifted >> 8) & 15;
  const uint8_t value = board.shifted & 0xFF;
  if (place >= 1 && place <= 8) max7219_digit(place, value);
  if (place != 0x0C) return;
  board.on = value & 1;
  say();
}

static void moved(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq;
  const int wire = (int)(intptr_t)param;
  const bool level = value & 1;
  if (board.level[wire] == level) return;
  board.level[wire] = level;
  if (board.chip == 7219) max7219(wire, level);
  else tm1637(wire, level);
}

void darken_board(void) {
  board.on = false;
  board.shifted = 0;
  memset(board.segments, 0, sizeof board.segments);
  say();
}

void watch_board(avr_t *avr, int chip, int digits) {
  board.chip = chip;
  board.digits = digits;
  // The module's own resistors pull both wires of a TM1637 up.
  avr_ioport_external_t pulled = {.name = 'D', .mask = 0xC0, .value = 0xC0};
  if (chip == 1637) avr_ioctl(avr, AVR_IOCTL_IOPORT_SET_EXTERNAL('D'), &pulled);
  static const struct { char port; int pin; } pins[WIRES] = {{'D', 6}, {'D', 7}, {'B', 0}};
  for (int wire = 0; wire < WIRES; wire++) {
    avr_irq_t *irq = avr_io_getirq(avr, AVR_IOCTL_IOPORT_GETIRQ(pins[wire].port), pins[wire].pin);
    avr_irq_register_notify(irq, moved, (void *)(intptr_t)wire);
  }
}
