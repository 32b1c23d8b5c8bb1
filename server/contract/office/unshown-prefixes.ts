/** Letters of numbers that a board of the office leaves out: two people may then take the same digits for theirs. */
import { prefixIsShown } from '../board-text.ts';
import type { Office } from '../office.ts';

export interface UnshownPrefix {
  readonly prefix: string;
  /** The board. */
  readonly device: string;
  readonly counter: number;
}

/** Boards that show digits alone are not asked: whoever hangs up one of them knows it. */
export function unshownPrefixes(office: Office): readonly UnshownPrefix[] {
  return office.serial
    .flatMap(({ devices }) => devices)
    .flatMap(({ id, counter, board }) => {
      if (counter === undefined || board === undefined || board.characters === 'digits') return [];
      return prefixesAt(office, counter)
        .filter((prefix) => !prefixIsShown(prefix, board))
        .map((prefix) => ({ prefix, device: id, counter }));
    });
}

/** Of all numbers that the counter may call: a lane's letter stands in the place of the service's. */
function prefixesAt({ counters, services, lanes }: Office, number: number): readonly string[] {
  const counter = counters.find((one) => one.number === number);
  if (!counter) return [];
  const served = services.filter(({ steps }) => steps.some((step) => counter.steps.includes(step)));
  const called = lanes.filter(({ id }) => counter.lanes.includes(id));
  const prefixes = [...served, ...called].flatMap(({ prefix }) => (prefix === undefined ? [] : [prefix]));
  return [...new Set(prefixes)];
}
