/** The letters that numbers of the office begin with. */
import type { KioskView } from '../../server/contract/views.ts';

export interface Prefixes {
  /** In the order of the office: of its services, its lanes, and of the numbers on paper. */
  readonly all: readonly string[];
  /** Nobody has to choose it, as no service or lane has another. */
  readonly first: string;
}

export function prefixesOf({ services, lanes, paperPrefix }: KioskView): Prefixes {
  const own = [...new Set([...services, ...lanes].map(({ prefix }) => prefix ?? ''))].filter(Boolean);
  const [only = ''] = own;
  return {
    all: [...new Set([...own, paperPrefix])].filter(Boolean),
    first: own.length === 1 ? only : '',
  };
}

/** What has been chosen after another letter is typed, where prefixes may be of several letters. */
export function prefixAfter(chosen: string, letter: string, all: readonly string[]): string {
  const begins = (letters: string) => all.some((prefix) => prefix.startsWith(letters));
  if (begins(chosen + letter)) return chosen + letter;
  return begins(letter) ? letter : chosen;
}
