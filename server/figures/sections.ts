/** The sections of a report: their keys and columns, and where each figure comes from. README.md says what is counted how. */
import type { Unit } from '../contract/report.ts';

/** Single times that are kept, so that medians and percentiles are of them and never of averages. */
export const seriesNames = ['wait', 'service', 'stay', 'walk'] as const;
export type Series = (typeof seriesNames)[number];

export type Source =
  /** The sum of the column's id. */
  | { readonly from: 'sum' }
  /** How many times there are. */
  | { readonly from: 'size'; readonly series: Series }
  | { readonly from: 'rank'; readonly series: Series; readonly percent: number }
  /** Sums by sums. */
  | { readonly from: 'share'; readonly part: readonly string[]; readonly whole: readonly string[] };

export type Column = { readonly id: string; readonly unit: Unit; readonly of: string } & Source;

export interface SectionForm {
  readonly id: string;
  readonly keys: readonly string[];
  readonly columns: readonly Column[];
  /** Counted for a share, and not shown by itself. */
  readonly unseen?: readonly string[];
  /** Columns of the row with the empty key, which has no others. */
  readonly ofAll?: readonly string[];
}

const counts = (...ids: string[]): Column[] => ids.map((id) => ({ id, unit: 'count', of: id, from: 'sum' }));
const people = (id = 'people'): Column => ({ id, unit: 'people', of: id, from: 'sum' });
const rank = (series: Series, id: string, percent: number): Column => ({
  ...{ id: `${series}${id}`, unit: 'seconds', of: `${series}s` },
  ...{ from: 'rank', series, percent },
});
const times = (series: Series): Column[] => [
  { id: `${series}s`, unit: 'count', of: `${series}s`, from: 'size', series },
  rank(series, 'Median', 50),
  rank(series, 'P90', 90),
];
/** A share is of a column where there is one with its base. */
const share = (id: string, part: string[], whole: string[]): Column => ({
  ...{ id, unit: 'share', of: whole.length === 1 ? (whole[0] ?? id) : id },
  ...{ from: 'share', part, whole },
});

const ends = counts('served', 'noShow', 'incomplete', 'cancelled', 'unfinished');
const work = [...counts('calls', 'served', 'noShow'), ...times('service')];

const totals: SectionForm = {
  id: 'totals',
  keys: [],
  columns: [
    ...[...counts('issued'), people(), ...ends, ...counts('offsite')],
    ...[...times('wait'), ...times('service'), ...times('stay'), ...times('walk')],
    ...counts('promiseKept', 'promiseBroken', 'promiseLapsed'),
    share('promiseShare', ['promiseKept'], ['promiseKept', 'promiseBroken']),
    ...counts('brokenInOutage', 'toldKept', 'toldMissed'),
    share('toldShare', ['toldKept'], ['toldKept', 'toldMissed']),
    ...counts('handoverKept', 'handoverBroken', 'claims', 'screened', 'rated'),
    share('satisfiedShare', ['good'], ['rated']),
  ],
  unseen: ['good'],
};

const promises = counts('promiseKept', 'promiseBroken');

/** Its rows are the totals of single dates. */
export const days: SectionForm = {
  id: 'days',
  keys: ['date'],
  columns: [...counts('issued', 'served'), ...times('wait'), ...promises, ...counts('noShow')],
};

/** In the order of the report. */
export const sections: readonly SectionForm[] = [
  totals,
  days,
  { id: 'hours', keys: ['hour'], columns: [...counts('issued', 'called', 'served'), ...times('wait')] },
  {
    id: 'visits',
    keys: ['service', 'lane'],
    columns: [...counts('issued'), people(), ...ends, ...promises, ...counts('promiseLapsed')],
  },
  { id: 'waits', keys: ['step', 'hour'], columns: times('wait') },
  { id: 'services', keys: ['step', 'hour'], columns: times('service') },
  { id: 'walks', keys: ['counter'], columns: times('walk') },
  {
    id: 'handovers',
    keys: ['step'],
    columns: [
      ...counts('handoverKept', 'handoverBroken'),
      ...counts('claims', 'claimsNotCharged', 'claimsRefunded', 'claimsOpen'),
    ],
  },
  { id: 'incomplete', keys: ['step', 'reason'], columns: counts('count') },
  {
    id: 'quotas',
    keys: ['quota'],
    columns: [
      ...[...counts('places', 'released'), people('booked'), people('walkedIn')],
      share('usedShare', ['booked', 'walkedIn'], ['places']),
    ],
  },
  {
    id: 'channels',
    keys: ['channel'],
    columns: [...counts('booked'), people(), ...counts('came', 'expired', 'cancelled')],
  },
  { id: 'screenings', keys: ['verdict'], columns: counts('count') },
  { id: 'outcomes', keys: ['step', 'outcome'], columns: counts('count') },
  { id: 'choices', keys: ['list', 'choice'], columns: counts('count') },
  {
    id: 'offsite',
    keys: ['service'],
    columns: [
      ...[...counts('requests', 'accepted', 'refused', 'trips', 'visits'), people()],
      ...counts('done', 'noShow', 'incomplete'),
    ],
    ofAll: ['trips'],
  },
  { id: 'counters', keys: ['counter'], columns: work },
  { id: 'officers', keys: ['officer'], columns: work },
  {
    id: 'satisfaction',
    keys: ['service'],
    columns: [...counts('good', 'fair', 'poor'), share('satisfiedShare', ['good'], ['good', 'fair', 'poor'])],
  },
];

/** The sums of a section in the order in which they are kept. */
export const sumsOf = ({ columns, unseen = [] }: SectionForm): readonly string[] => [
  ...columns.flatMap(({ id, from }) => (from === 'sum' ? [id] : [])),
  ...unseen,
];

/** Which keys of the times of a series name the row they go to; '' is all of a key. */
type Way = readonly [section: string, keys: readonly (number | '')[]];

/** Where single times are added. */
export const goesInto: Readonly<Record<Series, readonly Way[]>> = {
  wait: [['waits', [0, 1]]],
  service: [
    ['services', [0, 1]],
    ['counters', [2]],
    ['officers', [3]],
  ],
  stay: [['totals', []]],
  walk: [['walks', [0]]],
};

/** Where the rows of the first of these are added up, once all times are in. */
export const addsUpTo: Readonly<Record<Series, readonly Way[]>> = {
  wait: [
    ['totals', []],
    ['hours', [1]],
    ['waits', [0, '']],
  ],
  service: [
    ['totals', []],
    ['services', [0, '']],
  ],
  stay: [],
  walk: [['totals', []]],
};
