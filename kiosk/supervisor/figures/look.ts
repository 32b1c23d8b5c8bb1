/** The colours and the type of a chart, as the page has them now: the theme and the office's accent may change. */
import { type Readable, readable } from 'svelte/store';

export interface Look {
  readonly font: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly raised: string;
  /** Of the series, in their order. */
  readonly series: readonly string[];
  readonly isStill: boolean;
}

/** Told apart without colours too. Lengths in pixels. */
export const strokes = [
  { dash: [], point: 'circle' },
  { dash: [8, 4], point: 'triangle' },
  { dash: [2, 3], point: 'rect' },
  { dash: [10, 3, 2, 3], point: 'rectRot' },
  { dash: [5, 5], point: 'star' },
  { dash: [14, 4], point: 'crossRot' },
] as const;
export const beforeDash = [3, 4] as const;

/** Which colour a series has: what is broken stands out against what is kept. */
export const toneOf = (form: 'bars' | 'stacked' | 'lines', index: number): number =>
  (form === 'stacked' ? [0, 2, 1][index] : undefined) ?? index % strokes.length;

export const strokeOf = (index: number): (typeof strokes)[number] =>
  strokes[index % strokes.length] ?? strokes[0];

function lookNow(): Look {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const places = getComputedStyle(document.querySelector('[data-series]') ?? document.documentElement);
  return {
    font: style.fontFamily,
    ink: colour('--ink'),
    quiet: colour('--quiet'),
    line: colour('--line'),
    raised: colour('--raised'),
    series: strokes.map((_, index) => places.getPropertyValue(`--series-${index}`).trim()),
    isStill: matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}

export const look: Readable<Look | null> = readable<Look | null>(null, (set) => {
  const tell = () => set(lookNow());
  tell();
  const observer = new MutationObserver(tell);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'style'] });
  return () => observer.disconnect();
});
