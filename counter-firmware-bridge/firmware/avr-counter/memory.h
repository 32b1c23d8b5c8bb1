/** What outlives the power: how often the box was started. */
#ifndef LOKET_MEMORY_H
#define LOKET_MEMORY_H

#include <stdint.h>

/** Counts this start. @returns a boot id that the last 65,535 starts did not have */
uint16_t nextBootId();

#endif
