/** Reports for the stage: a made-up full day, a month, and days of which there is little to tell. */
import type { Figure, FigureValue, Report, Section, Unit } from '../../server/contract/report.ts';
import { names, office } from './scenes.ts';
import type { Answering } from './stage.ts';

type Cell = FigureValue | readonly [now: FigureValue, before: FigureValue, yearBefore: FigureValue];
type Rows = Readonly<Record<string, readonly Cell[]>>;

const figure = (cell: Cell): Figure => {
  const [now, before, yearBefore] = Array.isArray(cell) ? cell : [cell, null, null];
  return { now, before, yearBefore };
};
const unitOf = (id: string): Unit =>
  /Median|P90/.test(id) ? 'seconds' : /Share/.test(id) ? 'share' : id === 'people' ? 'people' : 'count';

/** @param rows by its keys, joined by `/` */
export const section = (id: string, keys: string, columns: string, rows: Rows): Section => ({
  id,
  keys: keys.split(' ').filter(Boolean),
  columns: columns.split(' ').map((column) => ({ id: column, unit: unitOf(column), of: column })),
  // Names that are whole numbers would come first.
  rows: Object.entries(rows)
    .sort(keys === 'hour' ? ([a], [b]) => (a < b ? -1 : 1) : () => 0)
    .map(([name, cells]) => ({
      keys: keys === '' ? [] : name.split('/'),
      figures: cells.map(figure),
    })),
});

const totals = (part: Readonly<Record<string, Cell>> = {}): Section => {
  const all: Readonly<Record<string, Cell>> = {
    issued: [153, 141, 158],
    people: [188, 170, 190],
    served: [144, 133, 140],
    noShow: [6, 5, 11],
    incomplete: [2, 2, 4],
    cancelled: [1, 1, 3],
    unfinished: [0, 0, 0],
    offsite: [3, 0, 0],
    waits: [291, 270, 301],
    waitMedian: [1260, 1500, 2700],
    waitP90: [3900, 3600, 6300],
    services: [280, 262, 290],
    serviceMedian: [282, 300, 310],
    serviceP90: [720, 730, 790],
    stays: [144, 133, 140],
    stayMedian: [3300, 3540, 5100],
    stayP90: [6480, 6300, 9000],
    promiseKept: [139, 127, 120],
    promiseBroken: [5, 6, 20],
    promiseLapsed: [6, 5, 11],
    promiseShare: [0.9653, 0.9549, 0.857],
    toldKept: [120, 108, 90],
    toldMissed: [24, 25, 50],
    toldShare: [0.833, 0.812, 0.643],
    rated: [61, 44, null],
    satisfiedShare: [0.918, 0.955, null],
    ...part,
  };
  return section('totals', '', Object.keys(all).join(' '), { all: Object.values(all) });
};

const hours = section('hours', 'hour', 'issued called served waits waitMedian waitP90', {
  '07': [[24, 20, 30], 0, 0, 0, null, null],
  '08': [
    [42, 35, 40],
    [38, 36, 30],
    [17, 16, 12],
    [38, 36, 30],
    [780, 900, 1500],
    [1620, 1800, 3000],
  ],
  '09': [
    [31, 29, 33],
    [52, 48, 40],
    [26, 24, 20],
    [52, 48, 40],
    [1500, 1560, 2400],
    [3300, 3000, 4800],
  ],
  '10': [
    [22, 21, 20],
    [58, 52, 50],
    [31, 28, 27],
    [58, 52, 50],
    [2100, 2040, 3300],
    [4500, 3900, 6600],
  ],
  '11': [
    [14, 15, 12],
    [49, 45, 51],
    [27, 24, 26],
    [49, 45, 51],
    [1800, 1920, 3600],
    [4200, 4020, 7200],
  ],
  '12': [
    [3, 2, 5],
    [12, 11, 20],
    [8, 8, 10],
    [12, 11, 20],
    [1500, 1500, 2700],
    [3000, 3300, 5400],
  ],
  '13': [
    [11, 12, 12],
    [37, 35, 45],
    [17, 16, 20],
    [37, 35, 45],
    [900, 1080, 2100],
    [2100, 2400, 4200],
  ],
  '14': [
    [6, 7, 6],
    [31, 30, 40],
    [13, 12, 17],
    [31, 30, 40],
    [600, 660, 1200],
    [1440, 1500, 2400],
  ],
  '15': [
    [0, 0, 0],
    [14, 13, 25],
    [5, 5, 8],
    [14, 13, 25],
    [300, 360, 600],
    [780, 840, 1200],
  ],
});

const byStep = (id: string, one: string, rows: Rows): Section =>
  section(id, 'step hour', `${one}s ${one}Median ${one}P90`, rows);

const rest: readonly Section[] = [
  section(
    'visits',
    'service lane',
    'issued people served noShow incomplete cancelled unfinished promiseKept promiseBroken promiseLapsed',
    {
      'passport/regular': [[96, 90, 99], [120, 110, 121], [89, 84, 85], 5, 1, 1, 0, [86, 80, 70], 3, 5],
      'passport/priority': [[22, 20, 24], [31, 26, 33], [21, 19, 22], 1, 0, 0, 0, [20, 18, 19], 1, 1],
      'collection/regular': [[31, 28, 35], 31, [30, 27, 33], 0, 1, 0, 0, [29, 26, 31], 1, 0],
      'drive-thru/regular': [[4, 3, 0], 6, [4, 3, 0], 0, 0, 0, 0, [4, 3, 0], 0, 0],
    },
  ),
  byStep('waits', 'wait', {
    'documents/': [
      [140, 131, 150],
      [720, 780, 1500],
      [1500, 1620, 3000],
    ],
    'documents/08': [
      [30, 28, 25],
      [600, 660, 900],
      [1200, 1260, 2100],
    ],
    'documents/09': [
      [44, 40, 33],
      [900, 960, 1500],
      [1620, 1740, 3000],
    ],
    'interview/': [
      [116, 108, 118],
      [2100, 2220, 3300],
      [4500, 4200, 6600],
    ],
    'interview/09': [
      [8, 8, 7],
      [2400, 2340, 3000],
      [3900, 3600, 5100],
    ],
    'interview/10': [
      [30, 28, 22],
      [2700, 2640, 3600],
      [4500, 4200, 6600],
    ],
    'handover/': [
      [35, 31, 33],
      [360, 420, 600],
      [900, 960, 1200],
    ],
    'handover/10': [
      [12, 11, 10],
      [420, 480, 660],
      [960, 900, 1260],
    ],
  }),
  byStep('services', 'service', {
    'documents/': [
      [136, 128, 146],
      [282, 300, 310],
      [600, 640, 660],
    ],
    'documents/09': [
      [42, 38, 32],
      [270, 290, 300],
      [580, 600, 640],
    ],
    'interview/': [
      [112, 104, 114],
      [540, 560, 600],
      [900, 930, 1020],
    ],
    'interview/10': [
      [29, 27, 21],
      [530, 560, 610],
      [890, 940, 1000],
    ],
    'handover/': [
      [32, 30, 30],
      [84, 90, 100],
      [130, 140, 150],
    ],
  }),
  section('walks', 'counter', 'walks walkMedian walkP90', { '1': [64, 14, 32], '3': [58, 21, 48] }),
  section(
    'handovers',
    'step',
    'handoverKept handoverBroken claims claimsNotCharged claimsRefunded claimsOpen',
    { handover: [[31, 27, 30], [1, 3, 0], [1, 3, 0], 0, 1, 0] },
  ),
  section('incomplete', 'step reason', 'count', { 'documents/missing': [[2, 1, 3]] }),
  section('quotas', 'quota', 'places released booked walkedIn usedShare', {
    regular: [225, 25, [132, 120, 99], 31, [0.72, 0.61, 0.8]],
    priority: [60, 0, 12, 48, 1],
  }),
  section('channels', 'channel', 'booked people came expired cancelled', {
    whatsapp: [[88, 70, 0], [104, 88, 0], 79, 6, 3],
    import: [[31, 40, 90], [40, 55, 120], 28, 3, 0],
    'walk-in': [[46, 42, 88], [50, 47, 92], [46, 42, 88], 0, 0],
  }),
  section('screenings', 'verdict', 'count', { admitted: [[181, 165, 190]], retest: [3], held: [1] }),
  section('outcomes', 'step outcome', 'count', { 'handover/collected': [[31, 27, 30]] }),
  section('counters', 'counter', 'calls served noShow services serviceMedian serviceP90', {
    '1': [[71, 66, 80], 68, 3, 68, [280, 300, 310], [600, 640, 640]],
    '3': [[60, 54, 61], 57, 3, 57, [540, 560, 600], [890, 910, 1000]],
    '5': [[35, 31, 33], 32, 0, 32, [84, 90, 100], [130, 140, 150]],
  }),
  section('officers', 'officer', 'calls served noShow services serviceMedian serviceP90', {
    o1: [[71, 66, 80], 68, 3, 68, [280, 300, 310], [600, 640, 640]],
    '': [[95, 85, 94], 89, 3, 89, [400, 410, 430], [800, 820, 860]],
  }),
  section('satisfaction', 'service', 'good fair poor satisfiedShare', {
    passport: [[48, 36, null], 4, 1, [0.906, 0.95, null]],
    collection: [8, 0, 0, 1],
  }),
];

const range = (from: string, to: string, days: number) => ({ from, to, days });

export const dayReport: Report = {
  office: { ...office, name: office.name.id ?? '' },
  at: '2026-11-26T08:05:00.000Z',
  rehearsal: false,
  outside: false,
  range: range('2026-11-26', '2026-11-26', 1),
  before: range('2026-11-25', '2026-11-25', 1),
  yearBefore: range('2025-11-26', '2025-11-26', 1),
  names: {
    service: names.services,
    lane: names.lanes,
    step: names.steps,
    officer: { o1: { id: 'Sari', en: 'Sari' } },
    quota: { regular: { id: 'Paspor, umum' }, priority: { id: 'Paspor, prioritas' } },
  },
  sections: [totals(), section('days', 'date', 'issued served', {}), hours, ...rest],
};

const days = section(
  'days',
  'date',
  'issued served waits waitMedian waitP90 promiseKept promiseBroken noShow',
  Object.fromEntries(
    Array.from({ length: 25 }, (_, index) => index + 2)
      .filter((day) => ![7, 8, 14, 15, 21, 22].includes(day))
      .map((day): [string, readonly Cell[]] => {
        // Mondays are full, Fridays short; nothing is drawn by chance.
        const issued = 175 - ((day - 2) % 7) * 12 + (day % 3) * 4;
        const broken = (day % 4) + (day === 9 ? 9 : 0);
        const waits = issued * 2;
        const median = 900 + issued * 4 + (day === 9 ? 900 : 0);
        const date = `2026-11-${String(day).padStart(2, '0')}`;
        return [
          date,
          [issued, issued - 9, waits, median, median * 2 + 600, issued - 12 - broken, broken, day % 7],
        ];
      }),
  ),
);

export const monthReport: Report = {
  ...dayReport,
  range: range('2026-11-01', '2026-11-30', 19),
  before: range('2026-10-02', '2026-10-31', 21),
  yearBefore: range('2025-11-01', '2025-11-30', 20),
  sections: [totals({ issued: [2893, 3102, 3310], served: [2722, 2890, 3004] }), days, hours, ...rest],
};

const nothing = (report: Report, part: Partial<Report>): Report => ({
  ...report,
  ...part,
  range: { ...report.range, days: 0 },
  sections: [],
});
export const emptyReport = nothing(dayReport, {});

const alone = ({ now }: Figure): Figure => ({ now, before: null, yearBefore: null });
/** The first day of an office. */
export const firstReport: Report = {
  ...dayReport,
  before: { ...dayReport.before, days: 0 },
  yearBefore: { ...dayReport.yearBefore, days: 0 },
  sections: dayReport.sections.map((one) => ({
    ...one,
    rows: one.rows.map((row) => ({ ...row, figures: row.figures.map(alone) })),
  })),
};

const few = (value: FigureValue): FigureValue =>
  typeof value === 'number' && value > 0 && Number.isInteger(value) && value < 5 ? 'few' : value;
export const outsideReport: Report = {
  ...dayReport,
  outside: true,
  sections: dayReport.sections.map((one) => ({
    ...one,
    rows: one.rows.map((row) => ({
      ...row,
      figures: row.figures.map(({ now, before, yearBefore }, index) =>
        one.columns[index]?.unit === 'share'
          ? { now, before, yearBefore }
          : { now: few(now), before: few(before), yearBefore: few(yearBefore) },
      ),
    })),
  })),
};

/** A day of figures, November, and nothing on Sunday 22 November. */
export const figureAnswers: Answering = ({ path, query, method }) => {
  if (method !== 'GET' || !path.startsWith('/reports')) return undefined;
  const ok = (body: Report) => ({ status: 200, body });
  if (path === '/reports/2026-11-22') return ok(emptyReport);
  if (path.startsWith('/reports/')) return ok(query.includes('outside=1') ? outsideReport : dayReport);
  return ok(monthReport);
};
