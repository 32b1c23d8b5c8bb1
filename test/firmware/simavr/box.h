/** A counter box in simulation: the compiled sketch in simavr, its line on a pty, fingers on its keys, eyes on its board. */
#ifndef BOX_H
#define BOX_H

#include <stdbool.h>
#include <stdint.h>

#include "sim_avr.h"

/** board.c: reads the wires to the display chip, and says what the board shows whenever that changes. */
void watch_board(avr_t *avr, int chip, int digits);
/** Without power it is dark. */
void darken_board(void);

/** line.c: joins the processor's UART with a pty of its own. @returns the name of the pty's other end */
const char *open_line(avr_t *avr);
int line_descriptor(void);
/** Bytes that came in on the pty, as far as the UART takes them; `powered`: else they are lost. */
void feed_line(bool powered);

/** keys.c: four keys on D2 to D5, with contacts that bounce. */
void attach_keys(avr_t *avr);
void press_key(int key, uint32_t ms);
/** The power has come: nobody holds a key. */
void let_go_of_keys(void);
/** To be called each simulated millisecond. */
void move_keys(void);

#endif
