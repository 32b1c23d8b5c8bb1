/** A report written by hand, with every section that there is: a Sunday of an office of two services. */
import type { Figure, FigureValue, Report, Section, Unit } from '../../../server/contract/report.ts';

/** Now, before, the year before. */
type Three = readonly [FigureValue, FigureValue, FigureValue];

const units: Readonly<Record<string, Unit>> = { people: 'people' };

function unitOf(column: string): Unit {
  if (column.endsWith('Share')) return 'share';
  return /Median$|P90$/.test(column) ? 'seconds' : (units[column] ?? 'count');
}

const figure = ([now, before, yearBefore]: Three): Figure => ({ now, before, yearBefore });

/** @param rows keys joined by a blank (`-` for an empty one), and one figure for each column */
export function section(
  id: string,
  keys: readonly string[],
  columns: string,
  rows: readonly (readonly [string, ...Three[]])[],
): Section {
  const named = columns.split(' ').map((column) => ({ id: column, unit: unitOf(column), of: column }));
  return {
    id,
    keys: [...keys],
    columns: named,
    rows: rows.map(([key, ...figures]) => ({
      keys: keys.length === 0 ? [] : key.split(' ').map((part) => (part === '-' ? '' : part)),
      figures: figures.map(figure),
    })),
  };
}

const named = (id: string, en: string) => ({ id, en });

const totals = section(
  'totals',
  [],
  'issued people served noShow incomplete cancelled unfinished offsite waits waitMedian waitP90 services serviceMedian serviceP90 stays stayMedian stayP90 walks walkMedian walkP90 promiseKept promiseBroken promiseLapsed promiseShare brokenInOutage toldKept toldMissed toldShare handoverKept handoverBroken claims screened rated satisfiedShare',
  [
    [
      '',
      ...([
        [1212, 1200, 1102],
        [1230, 1210, 1110],
        [1180, 1170, 1080],
        [12, 15, 9],
        [14, 14, 10],
        [4, 1, 2],
        [2, 0, 1],
        [3, 0, null],
        [1190, 1185, 1090],
        [754, 900, 610],
        [3930, 3600, 3000],
        [1185, 1180, 1085],
        [410, 405, 420],
        [1100, 1080, 1150],
        [1180, 1170, 1080],
        [2520, 2700, 2400],
        [6900, 7000, 6500],
        [1100, 1090, 1000],
        [35, 40, 38],
        [90, 95, 99],
        [1138, 1100, 1000],
        [42, 70, 80],
        [3, 2, 1],
        [0.9644, 0.9402, 0.9259],
        [5, 0, 0],
        [900, 880, null],
        [100, 120, null],
        [0.9, 0.88, null],
        [57, 60, null],
        [2, 0, null],
        [2, 0, null],
        [1301, 1290, null],
        [51, 48, null],
        [0.92, 0.9, null],
      ] as const),
    ],
  ],
);

const sections: readonly Section[] = [
  totals,
  section('days', ['date'], 'issued served waits waitMedian waitP90 promiseKept promiseBroken noShow', [
    [
      '2026-11-22',
      [1212, 1200, 1102],
      [1180, 1170, 1080],
      [1190, 1185, 1090],
      [754, 900, 610],
      [3930, 3600, 3000],
      [1138, 1100, 1000],
      [42, 70, 80],
      [12, 15, 9],
    ],
  ]),
  section('hours', ['hour'], 'issued called served waits waitMedian waitP90', [
    [
      '08',
      [312, 300, 290],
      [200, 190, 180],
      [150, 140, 130],
      [198, 190, 180],
      [300, 310, 320],
      [900, 910, 920],
    ],
    [
      '09',
      [340, 335, 300],
      [310, 300, 280],
      [300, 290, 270],
      [308, 300, 280],
      [700, 710, 720],
      [2900, 2910, 2920],
    ],
    [
      '10',
      [280, 285, 250],
      [320, 310, 290],
      [310, 305, 280],
      [318, 310, 290],
      [900, 910, 920],
      [3900, 3910, 3920],
    ],
    [
      '11',
      [180, 180, 162],
      [250, 250, 230],
      [260, 255, 240],
      [250, 250, 230],
      [800, 810, 820],
      [3800, 3810, 3820],
    ],
    [
      '13',
      [100, 100, 100],
      [110, 135, 110],
      [160, 180, 160],
      [116, 135, 110],
      [500, 510, 520],
      [1500, 1510, 1520],
    ],
  ]),
  section(
    'visits',
    ['service', 'lane'],
    'issued people served noShow incomplete cancelled unfinished promiseKept promiseBroken promiseLapsed',
    [
      [
        'passport regular',
        [1000, 990, 900],
        [1018, 1000, 908],
        [975, 962, 882],
        [9, 13, 7],
        [12, 12, 8],
        [3, 1, 2],
        [1, 0, 1],
        [940, 905, 820],
        [32, 55, 60],
        [3, 2, 1],
      ],
      [
        'passport priority',
        [60, 58, 52],
        [60, 58, 52],
        [58, 57, 50],
        [1, 0, 1],
        [2, 2, 2],
        [0, 0, 0],
        [0, 0, 0],
        [52, 50, 45],
        [6, 8, 7],
        [0, 0, 0],
      ],
      [
        'collection regular',
        [152, 152, 150],
        [152, 152, 150],
        [147, 151, 148],
        [2, 2, 1],
        [0, 0, 0],
        [1, 0, 0],
        [1, 0, 0],
        [146, 145, 135],
        [4, 7, 13],
        [0, 0, 0],
      ],
    ],
  ),
  section('waits', ['step', 'hour'], 'waits waitMedian waitP90', [
    ['documents -', [1040, 1030, 950], [754, 900, 610], [3930, 3600, 3000]],
    ['documents 08', [180, 175, 170], [240, 250, 230], [800, 810, 790]],
    ['interview -', [1010, 1000, 930], [312, 330, 290], [1500, 1490, 1400]],
  ]),
  section('services', ['step', 'hour'], 'services serviceMedian serviceP90', [
    ['documents -', [1040, 1030, 950], [185, 190, 200], [420, 430, 440]],
    ['interview -', [1005, 1000, 930], [560, 555, 570], [1100, 1080, 1150]],
  ]),
  section('walks', ['counter'], 'walks walkMedian walkP90', [
    ['3', [500, 490, 450], [35, 40, 38], [90, 95, 99]],
  ]),
  section(
    'handovers',
    ['step'],
    'handoverKept handoverBroken claims claimsNotCharged claimsRefunded claimsOpen',
    [['handover', [57, 60, null], [2, 0, null], [2, 0, null], [1, 0, null], [0, 0, null], [1, 0, null]]],
  ),
  section('incomplete', ['step', 'reason'], 'count', [
    ['documents missing', [9, 8, 6]],
    ['documents data-differs', [3, 5, 3]],
    ['documents photo-old', [2, 1, 1]],
  ]),
  section('quotas', ['quota'], 'places released booked walkedIn usedShare', [
    ['regular', [1100, 1100, 1000], [100, 100, 0], [800, 790, 700], [210, 200, 200], [0.918, 0.9, 0.9]],
    ['priority', [60, 60, 60], [0, 0, 0], [0, 0, 0], [60, 58, 52], [1, 0.967, 0.867]],
  ]),
  section('channels', ['channel'], 'booked people came expired cancelled', [
    ['import', [700, 690, 600], [710, 700, 604], [650, 640, 570], [40, 42, 26], [10, 8, 4]],
    ['whatsapp', [100, 100, 100], [108, 104, 104], [90, 92, 92], [8, 8, 8], [2, 0, 0]],
    ['walk-in', [472, 468, 440], [480, 470, 442], [472, 468, 440], [0, 0, 0], [4, 1, 2]],
  ]),
  section('screenings', ['verdict'], 'count', [
    ['admitted', [1288, 1280, null]],
    ['warned', [11, 9, null]],
    ['held', [2, 1, null]],
  ]),
  section('outcomes', ['step', 'outcome'], 'count', [
    ['interview passport-24', [140, 150, 160]],
    ['interview passport-48', [850, 840, 750]],
  ]),
  section('choices', ['list', 'choice'], 'count', [['applicants tki', [210, 205, 190]]]),
  section('offsite', ['service'], 'requests accepted refused trips visits people done noShow incomplete', [
    [
      'home-visit',
      [2, 0, null],
      [1, 0, null],
      [0, 0, null],
      [null, null, null],
      [3, 0, null],
      [3, 0, null],
      [3, 0, null],
      [0, 0, null],
      [0, 0, null],
    ],
    [
      '-',
      [null, null, null],
      [null, null, null],
      [null, null, null],
      [1, 0, null],
      [null, null, null],
      [null, null, null],
      [null, null, null],
      [null, null, null],
      [null, null, null],
    ],
  ]),
  section('counters', ['counter'], 'calls served noShow services serviceMedian serviceP90', [
    ['0', [0, 0, 0], [3, 0, 0], [0, 0, 0], [3, 0, 0], [900, null, null], [1200, null, null]],
    ['3', [500, 490, 450], [490, 480, 440], [6, 7, 4], [492, 485, 445], [560, 555, 570], [1100, 1080, 1150]],
  ]),
  section('officers', ['officer'], 'calls served noShow services serviceMedian serviceP90', [
    [
      'rina',
      [500, 490, 450],
      [490, 480, 440],
      [6, 7, 4],
      [492, 485, 445],
      [560, 555, 570],
      [1100, 1080, 1150],
    ],
    ['-', [10, 0, 0], [9, 0, 0], [1, 0, 0], [9, 0, 0], [600, null, null], [700, null, null]],
  ]),
  section('satisfaction', ['service'], 'good fair poor satisfiedShare', [
    ['passport', [40, 38, null], [7, 6, null], [4, 4, null], [0.92, 0.9, null]],
  ]),
];

export const example: Report = {
  office: { id: 'contoh', name: 'Kantor Contoh', timeZone: 'Asia/Makassar', languages: ['id', 'en'] },
  at: '2026-11-22T09:05:00.000Z',
  rehearsal: false,
  outside: false,
  range: { from: '2026-11-22', to: '2026-11-22', days: 1 },
  before: { from: '2026-11-21', to: '2026-11-21', days: 1 },
  yearBefore: { from: '2025-11-22', to: '2025-11-22', days: 1 },
  names: {
    service: {
      passport: named('Paspor', 'Passport'),
      collection: named('Pengambilan', 'Collection'),
      'home-visit': named('Kunjungan rumah', 'Home visit'),
    },
    lane: { regular: named('Reguler', 'Regular'), priority: named('Prioritas', 'Priority') },
    step: {
      documents: named('Pemeriksaan berkas', 'Document check'),
      interview: named('Wawancara dan foto', 'Interview and photo'),
      handover: named('Pengambilan', 'Collection'),
    },
    quota: { regular: named('Reguler', 'Regular'), priority: named('Prioritas', 'Priority') },
    officer: { rina: { id: '=Rina "Rin"; Sari' } },
  },
  sections: [...sections],
};
