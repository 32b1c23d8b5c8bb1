/** What outlives the power: how many boot ids the box has taken, one at each start and when its numbers begin again. */
#ifndef LOKET_MEMORY_H
#define LOKET_MEMORY_H

#include <stdint.h>

/** Counts. @returns a boot id that is none of the 65,535 before it */
uint16_t nextBootId();

#endif
