/** SVG made by hand: text that is safe in markup, scales, and a frame with axes. */

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export type Scale = (value: number) => number;

export const linear =
  ([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale =>
  (value) =>
    start + ((value - from) / (to - from)) * (end - start);

/** Logarithmic, with room for 0: minutes are counted from one. */
export function logarithmic(most: number, range: readonly [number, number]): Scale {
  const scale = linear([0, Math.log(most + 1)], range);
  return (minutes) => scale(Math.log(Math.min(most, Math.max(0, minutes)) + 1));
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface Plot {
  readonly title: string;
  /** What stands below the title. */
  readonly note: string;
  readonly x: { readonly scale: Scale; readonly ticks: readonly Tick[]; readonly title: string };
  readonly y: { readonly scale: Scale; readonly ticks: readonly Tick[]; readonly title: string };
  readonly marks: readonly string[];
  readonly legend?: readonly { readonly kind: string; readonly text: string }[];
  readonly size?: readonly [number, number];
}

/** Where a plot of the usual size has its area. */
export const area = { left: 56, right: 548, top: 16, bottom: 268 } as const;
const below = 48;

export function plot({ title, note, x, y, marks, legend = [], size }: Plot): string {
  const [right, bottom] = size ?? [area.right, area.bottom];
  const { left, top } = area;
  const grid = y.ticks.map(({ at, text }) => {
    const height = fixed(y.scale(at));
    return `<path class="grid" d="M${left} ${height}H${right}"/><text x="${left - 8}" y="${height}" dy=".35em" class="end">${escaped(text)}</text>`;
  });
  const ticks = x.ticks.map(
    ({ at, text }) =>
      `<text x="${fixed(x.scale(at))}" y="${bottom + 18}" class="middle">${escaped(text)}</text>`,
  );
  const titles =
    `<text x="${(left + right) / 2}" y="${bottom + 40}" class="middle">${escaped(x.title)}</text>` +
    `<text transform="translate(14 ${(top + bottom) / 2}) rotate(-90)" class="middle">${escaped(y.title)}</text>`;
  const box = `viewBox="0 0 ${right + 12} ${bottom + below}" role="img" aria-label="${escaped(title)}"`;
  const keys = legend
    .map(({ kind, text }) => `<span><i class="${kind}"></i>${escaped(text)}</span>`)
    .join('');
  return `<figure><figcaption><b>${escaped(title)}</b> ${escaped(note)}</figcaption><svg ${box}>${grid.join('')}${marks.join('')}${ticks.join('')}${titles}</svg><p class="keys">${keys}</p></figure>`;
}

export const fixed = (value: number): string => `${Math.round(value * 10) / 10}`;

export const line = (kind: string, points: readonly (readonly [number, number])[]): string =>
  points.length === 0
    ? ''
    : `<path class="${kind}" d="M${points.map(([x, y]) => `${fixed(x)} ${fixed(y)}`).join('L')}"/>`;

export const rectangle = (
  kind: string,
  from: readonly [number, number],
  to: readonly [number, number],
): string =>
  `<rect class="${kind}" x="${fixed(Math.min(from[0], to[0]))}" y="${fixed(Math.min(from[1], to[1]))}" width="${fixed(Math.abs(to[0] - from[0]))}" height="${fixed(Math.abs(to[1] - from[1]))}"/>`;

export const dot = (kind: string, [x, y]: readonly [number, number], radius: number): string =>
  `<circle class="${kind}" cx="${fixed(x)}" cy="${fixed(y)}" r="${radius}"/>`;
