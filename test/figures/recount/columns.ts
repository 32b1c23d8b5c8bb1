/** What a report has to hold, written down by hand from the figures' README: sections, keys, and columns with how each is made. */

/** `size`, `median`, `p90`: of the single times that are given the name before it. */
export type How =
  | { readonly of: 'sum' }
  | { readonly of: 'size' | 'median' | 'p90'; readonly times: string }
  | { readonly of: 'share'; readonly part: readonly string[]; readonly whole: readonly string[] };

const times = (one: string): [string, How][] => [
  [`${one}s`, { of: 'size', times: one }],
  [`${one}Median`, { of: 'median', times: one }],
  [`${one}P90`, { of: 'p90', times: one }],
];
const sums = (names: string): [string, How][] => names.split(' ').map((name) => [name, { of: 'sum' }]);
const share = (name: string, part: string[], whole: string[]): [string, How] => [
  name,
  { of: 'share', part, whole },
];
const satisfied = share('satisfiedShare', ['good'], ['good', 'fair', 'poor']);

export const columns: Readonly<Record<string, readonly [string, How][]>> = {
  totals: [
    ...sums('issued people served noShow incomplete cancelled unfinished offsite'),
    ...[...times('wait'), ...times('service'), ...times('stay'), ...times('walk')],
    ...sums('promiseKept promiseBroken promiseLapsed'),
    share('promiseShare', ['promiseKept'], ['promiseKept', 'promiseBroken']),
    ...sums('brokenInOutage toldKept toldMissed'),
    share('toldShare', ['toldKept'], ['toldKept', 'toldMissed']),
    ...sums('handoverKept handoverBroken claims screened rated'),
    satisfied,
  ],
  days: [...sums('issued served'), ...times('wait'), ...sums('promiseKept promiseBroken noShow')],
  hours: [...sums('issued called served'), ...times('wait')],
  visits: sums(
    'issued people served noShow incomplete cancelled unfinished promiseKept promiseBroken promiseLapsed',
  ),
  waits: times('wait'),
  services: times('service'),
  walks: times('walk'),
  handovers: sums('handoverKept handoverBroken claims claimsNotCharged claimsRefunded claimsOpen'),
  incomplete: sums('count'),
  quotas: [
    ...sums('places released booked walkedIn'),
    share('usedShare', ['booked', 'walkedIn'], ['places']),
  ],
  channels: sums('booked people came expired cancelled'),
  screenings: sums('count'),
  outcomes: sums('count'),
  choices: sums('count'),
  offsite: sums('requests accepted refused trips visits people done noShow incomplete'),
  counters: [...sums('calls served noShow'), ...times('service')],
  officers: [...sums('calls served noShow'), ...times('service')],
  satisfaction: [...sums('good fair poor'), satisfied],
};
