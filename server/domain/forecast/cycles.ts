/**
 * How long a counter is taken by one visit, learned: FC4 from its call to the counter's next one, while others waited (walking,
 * talking and the breath between included). Few samples are believed little: a step's leans on the office's, a service's on the
 * step's, and a counter and an hour only bend it.
 */

/** One that was observed. */
export interface Cycle {
  readonly step: string;
  readonly service: string;
  readonly counter: number;
  /** Local, 0 to 23. */
  readonly hour: number;
  readonly ms: number;
}

export interface Cycles {
  add(cycle: Cycle): void;
  /** Milliseconds. */
  of(step: string, service: string, counter: number, hour: number): number;
  /** Of the step alone. */
  mean(step: string): number;
  readonly size: number;
  /** One that learns on by itself. */
  copy(): Cycles;
}

/** Where nobody knows anything yet: somewhat less than in the citizens' offices that were recorded. */
export const unknownCycle = 12 * 60_000;

/** As many samples weigh as much as what is known without them. */
const weight = { office: 3, step: 4, service: 10, counter: 20, hour: 30 } as const;

/** FC4: the latest count most: of more than so many the older ones fade, so that a changed office is known within a day or two. */
const mostWeighed = 200;

/** FC5: longer than so many times the usual is a break or a forgotten press, and counts as that. */
const outlier = 6;

interface Sum {
  count: number;
  total: number;
}

const leaning = ({ count, total }: Sum, on: number, weighing: number): number =>
  (weighing * on + total) / (weighing + count);

/** Sums by key; one that is not there is empty. */
function createSums(known: Iterable<[string, Sum]> = []) {
  const sums = new Map<string, Sum>(known);
  const empty: Sum = { count: 0, total: 0 };
  const at = (key: string): Sum => sums.get(key) ?? empty;
  return {
    at,
    add(key: string, value: number): void {
      const { count, total } = at(key);
      const kept = count < mostWeighed ? 1 : mostWeighed / (mostWeighed + 1);
      sums.set(key, { count: (count + 1) * kept, total: (total + value) * kept });
    },
    copy: () => createSums(sums),
  };
}

type Sums = ReturnType<typeof createSums>;

interface Learned {
  readonly unknown: number;
  readonly all: Sums;
  readonly steps: Sums;
  readonly services: Sums;
  /** Against what was expected without them: 1 is as expected. */
  readonly counters: Sums;
  readonly hours: Sums;
}

/** @param unknown milliseconds: what is taken for usual before anything is learned */
export const createCycles = (unknown = unknownCycle): Cycles =>
  cyclesFrom({
    unknown,
    all: createSums(),
    steps: createSums(),
    services: createSums(),
    counters: createSums(),
    hours: createSums(),
  });

function cyclesFrom({ unknown, all, steps, services, counters, hours }: Learned): Cycles {
  const ofOffice = (): number => leaning(all.at(''), unknown, weight.office);
  const ofStep = (step: string): number => leaning(steps.at(step), ofOffice(), weight.step);
  const ofService = (step: string, service: string): number =>
    leaning(services.at(`${step} ${service}`), ofStep(step), weight.service);
  const ofCounter = (step: string, counter: number): number =>
    leaning(counters.at(`${step} ${counter}`), 1, weight.counter);
  const ofHour = (step: string, hour: number): number => leaning(hours.at(`${step} ${hour}`), 1, weight.hour);

  return {
    get size() {
      return all.at('').count;
    },
    add({ step, service, counter, hour, ms }) {
      const usual = ofService(step, service);
      const counted = Math.min(ms, outlier * usual);
      all.add('', counted);
      steps.add(step, counted);
      services.add(`${step} ${service}`, counted);
      counters.add(`${step} ${counter}`, counted / usual);
      hours.add(`${step} ${hour}`, counted / usual);
    },
    of: (step, service, counter, hour) =>
      ofService(step, service) * ofCounter(step, counter) * ofHour(step, hour),
    mean: ofStep,
    copy: () =>
      cyclesFrom({
        unknown,
        all: all.copy(),
        steps: steps.copy(),
        services: services.copy(),
        counters: counters.copy(),
        hours: hours.copy(),
      }),
  };
}
