/**
 * A thousand visits as a few long values: handing small objects from thread to thread costs the hub's more than all else of a
 * forecast.
 */
import type { Estimate, Forecast } from '../domain/forecast/forecast.ts';
import type { SnapshotVisit } from '../domain/forecast/snapshot.ts';

/** Texts by their place in `words`; codes and words hold no spaces but between them. */
export interface PackedVisits {
  readonly codes: string;
  readonly words: readonly string[];
  readonly numbers: Float64Array<ArrayBuffer>;
}

/** Numbers of one visit. */
const width = 14;
const none = Number.NaN;

export function packVisits(visits: readonly SnapshotVisit[]): PackedVisits {
  const words: string[] = [];
  const places = new Map<string, number>();
  const placeOf = (word: string): number => {
    let place = places.get(word);
    if (place === undefined) {
      place = words.push(word) - 1;
      places.set(word, place);
    }
    return place;
  };
  const numbers = new Float64Array(visits.length * width);
  let at = 0;
  for (const visit of visits) {
    numbers[at] = placeOf(visit.service);
    numbers[at + 1] = placeOf(visit.lane);
    numbers[at + 2] = placeOf(visit.step);
    numbers[at + 3] = placeOf(visit.todo.join(' '));
    numbers[at + 4] = visit.turn;
    numbers[at + 5] = visit.arrivedAt;
    numbers[at + 6] = visit.place;
    numbers[at + 7] = visit.from;
    numbers[at + 8] = visit.onlyAt ?? none;
    numbers[at + 9] = visit.at ?? none;
    numbers[at + 10] = visit.since;
    numbers[at + 11] = visit.promiseAt ?? none;
    numbers[at + 12] = (visit.until === 'called' ? 1 : 0) + (visit.isComing ? 2 : 0);
    numbers[at + 13] = visit.inside;
    at += width;
  }
  return { codes: visits.map(({ code }) => code).join(' '), words, numbers };
}

export function unpackVisits({ codes, words, numbers }: PackedVisits): SnapshotVisit[] {
  if (codes === '') return [];
  const known = words.map((word) => word.split(' ').filter((part) => part !== ''));
  return codes.split(' ').map((code, index) => {
    const [service = 0, lane = 0, step = 0, todo = 0, turn = 0, arrivedAt = 0, place = 0, from = 0, ...rest] =
      numbers.subarray(index * width, (index + 1) * width);
    const [onlyAt = none, at = none, since = 0, promiseAt = none, kind = 0, inside = 0] = rest;
    return {
      ...{ code, turn, arrivedAt, place, from, since, inside },
      service: words[service] ?? '',
      lane: words[lane] ?? '',
      step: words[step] ?? '',
      todo: known[todo] ?? [],
      onlyAt: orNull(onlyAt),
      at: orNull(at),
      promiseAt: orNull(promiseAt),
      until: kind % 2 === 1 ? 'called' : 'done',
      isComing: kind >= 2,
    };
  });
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

interface PackedEstimates {
  readonly codes: string;
  readonly numbers: Float64Array<ArrayBuffer>;
}

function packEstimates(estimates: ReadonlyMap<string, Estimate>): PackedEstimates {
  const numbers = new Float64Array(estimates.size * 4);
  let at = 0;
  for (const { from, to, expected, homeBy } of estimates.values()) {
    numbers.set([from, to, expected, homeBy], at);
    at += 4;
  }
  return { codes: [...estimates.keys()].join(' '), numbers };
}

function unpackEstimates({ codes, numbers }: PackedEstimates): Map<string, Estimate> {
  const estimates = new Map<string, Estimate>();
  let at = 0;
  for (const code of codes === '' ? [] : codes.split(' ')) {
    const [from = 0, to = 0, expected = 0, homeBy = 0] = [
      numbers[at],
      numbers[at + 1],
      numbers[at + 2],
      numbers[at + 3],
    ];
    estimates.set(code, { from, to, expected, homeBy });
    at += 4;
  }
  return estimates;
}

/** A forecast without what it says of each visit, and that, packed. */
export interface PackedForecast {
  readonly rest: Omit<Forecast, 'estimates' | 'breaking' | 'breakingCodes'>;
  readonly estimates: PackedEstimates;
  /** Two numbers each: when it is promised, and when it is expected. */
  readonly breaking: PackedEstimates;
}

export function packForecast({ estimates, breaking, breakingCodes: _, ...rest }: Forecast): PackedForecast {
  const numbers = new Float64Array(breaking.length * 2);
  for (const [index, { promiseAt, expected }] of breaking.entries())
    numbers.set([promiseAt, expected ?? none], index * 2);
  const codes = breaking.map(({ code }) => code).join(' ');
  return { rest, estimates: packEstimates(estimates), breaking: { codes, numbers } };
}

export function unpackForecast({ rest, estimates, breaking: { codes, numbers } }: PackedForecast): Forecast {
  const breaking = (codes === '' ? [] : codes.split(' ')).map((code, index) => ({
    ...{ code, promiseAt: numbers[index * 2] ?? 0, expected: orNull(numbers[index * 2 + 1] ?? none) },
  }));
  const breakingCodes = new Set(breaking.map(({ code }) => code));
  return { ...rest, estimates: unpackEstimates(estimates), breaking, breakingCodes };
}
