/** What differs from box to box. Change it here, or hand it to the compiler: -DLOKET_ADDRESS=4 */
#ifndef LOKET_SETTINGS_H
#define LOKET_SETTINGS_H

/** Its address on the line, 1 to 99, as in the office file. */
#ifndef LOKET_ADDRESS
#define LOKET_ADDRESS 3
#endif

/** The device's name, as in the office file: a-z, 0-9 and -, at most 23. */
#ifndef LOKET_ID
#define LOKET_ID "ser-3"
#endif

/** 1: RS-485 with several boxes on one line, 19,200 baud. 0: USB, 115,200 baud. */
#ifndef LOKET_BUS
#define LOKET_BUS 0
#endif

#ifndef LOKET_BAUD
#if LOKET_BUS
#define LOKET_BAUD 19200
#else
#define LOKET_BAUD 115200
#endif
#endif

/** The board: 1637 for a TM1637 (usually four digits), 7219 for a MAX7219 (usually eight). */
#ifndef LOKET_DISPLAY
#define LOKET_DISPLAY 1637
#endif

#ifndef LOKET_DIGITS
#if LOKET_DISPLAY == 7219
#define LOKET_DIGITS 8
#else
#define LOKET_DIGITS 4
#endif
#endif

#define LOKET_FIRMWARE "0.4.0"

/** Next, Recall, Done, No-show: each between its pin and GND. */
#define LOKET_KEY_PINS \
  { 2, 3, 4, 5 }

/** TM1637: CLK and DIO. MAX7219: CLK, DIN and CS (LOAD). */
#define LOKET_CLK_PIN 6
#define LOKET_DATA_PIN 7
#define LOKET_CS_PIN 8

/** RS-485: DE and /RE of the transceiver, joined. */
#define LOKET_DE_PIN 9

#endif
