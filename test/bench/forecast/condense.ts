/** A few moments that stand for very many: as many of each kind, drawn evenly from all offices. */
import { createChance } from '../../../server/domain/forecast/chance.ts';
import { kindOf, kinds, type Remembered } from '../../../server/domain/forecast/moment.ts';

/**
 * The same moments are drawn each time.
 * @param sources the moments of each office
 * @param most of each kind
 */
export function condense(sources: readonly (readonly Remembered[])[], most: number): Remembered[] {
  const chance = createChance();
  const byKind = sources.map((moments) => Map.groupBy(moments, kindOf));
  return Array.from({ length: kinds }, (_, kind) =>
    drawEvenly(
      byKind.map((ofSource) => ofSource.get(kind) ?? []),
      most,
      chance,
    ),
  ).flat();
}

/** One of each source in turn, until there are enough or none are left. */
function drawEvenly(
  sources: readonly (readonly Remembered[])[],
  most: number,
  chance: () => number,
): Remembered[] {
  const left = sources.map((moments) => [...moments]);
  const drawn: Remembered[] = [];
  while (drawn.length < most && left.some(({ length }) => length > 0))
    for (const moments of left) {
      if (moments.length === 0 || drawn.length === most) continue;
      const place = Math.floor(chance() * moments.length);
      drawn.push(moments[place] as Remembered);
      moments[place] = moments.at(-1) as Remembered;
      moments.pop();
    }
  return drawn;
}
