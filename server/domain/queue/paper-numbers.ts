/** PN1: the letter of the numbers that are given on paper while the hub does not work. */
import type { Office } from '../../contract/office.ts';

/** Letters that seven segments can show, `E` for emergency first; doubled, where all of them have a use. */
const letters = ['E', 'H', 'L', 'U', 'J', 'F', 'N', 'O', 'Y'] as const;
const prefixes = [
  ...letters,
  ...letters.map((letter) => letter.repeat(2)),
  ...letters.map((one) => one.repeat(3)),
];

/** One that no service or lane uses. */
export function paperPrefix({ services, lanes }: Office): string {
  const used = new Set([...services, ...lanes].map(({ prefix }) => prefix));
  return prefixes.find((prefix) => !used.has(prefix)) ?? 'EEE';
}
