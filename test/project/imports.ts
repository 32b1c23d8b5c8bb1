/** Who may import whom: the architecture's table as functions from a file and an import to the reason of a refusal. */
import { builtinModules } from 'node:module';
import { posix } from 'node:path';

export interface Import {
  /** As written in the file: `./hub.ts`, `zod`. */
  specifier: string;
  /** `import type` or `export type`: nothing of it is left at run time. */
  typeOnly: boolean;
}

interface Target extends Import {
  /** Path from the root, or the package's name. */
  to: string;
  kind: 'file' | 'package' | 'builtin';
}

type Rule = (target: Target, from: string) => boolean;

const under =
  (...places: string[]): Rule =>
  ({ to }) =>
    places.some((place) => to === place || to.startsWith(`${place}/`));
const packages =
  (...names: (string | RegExp)[]): Rule =>
  ({ kind, to }) =>
    kind === 'package' && names.some((name) => (typeof name === 'string' ? name === to : name.test(to)));
const builtin: Rule = ({ kind }) => kind === 'builtin';
const library: Rule = ({ kind }) => kind !== 'file';
const types =
  (rule: Rule): Rule =>
  (target, from) =>
    target.typeOnly && rule(target, from);

/** One adapter or device family is a file, or a folder whose files belong together. */
const sameUnit: Rule = ({ to }, from) => unitOf(to) !== '' && unitOf(to) === unitOf(from);
function unitOf(file: string): string {
  return /^server\/(?:adapters|devices)\/[^/.]+/.exec(file)?.[0] ?? '';
}

const contract = under('server/contract');
const page = [
  packages('svelte', 'socket.io-client', 'qrcode', 'qr', /^@fontsource-variable\//),
  types(contract),
];
const log = types(under('server/log.ts'));
const access = under('server/access');
/** The told state may be read with the domain's own pure functions; commands and events are known by their types. */
const reading = under(
  ...['server/domain/views', 'server/domain/day.ts', 'server/domain/instant.ts', 'server/domain/stranded.ts'],
  ...[
    'server/domain/hours/hours.ts',
    'server/domain/booking/booking-named.ts',
    'server/domain/booking/brokers.ts',
    'server/domain/door/measured.ts',
  ],
  'server/domain/booking/import',
);
const domain: Rule = (target, from) => reading(target, from) || types(under('server/domain'))(target, from);
/** Figures are counted without a database or a clock: dates are the domain's, everything else is told. */
const figures = under('server/figures', 'server/contract', 'server/domain/hours', 'server/domain/instant.ts');
/** Files that boards show know nothing of the hub either. */
const media = under('server/media');
/** Words, clips and how they are joined know nothing of the hub; they say what they are told. */
const voice = under('server/voice');
const outside = [
  under('server/hub.ts', 'server/hub'),
  access,
  contract,
  domain,
  log,
  library,
  sameUnit,
  voice,
  media,
];

/** The first place that holds a file decides; a file of `server/` in no place of this list is refused everything. */
const table: [place: string, allowed: Rule[]][] = [
  ['server/contract', [contract, packages('zod')]],
  ['server/domain', [under('server/domain'), types(contract)]],
  [
    'server/journal',
    [
      under('server/journal', 'server/domain'),
      types(under('server/figures/facts.ts')),
      ...[contract, log, library],
    ],
  ],
  [
    'server/access',
    [
      access,
      types(under('server/hub.ts', 'server/domain')),
      under('server/domain/plain-name.ts'),
      contract,
      log,
      builtin,
    ],
  ],
  ['server/figures', [figures]],
  ['server/voice', [voice, contract, builtin]],
  ['server/media', [media, contract, log, builtin]],
  // Devices of other makers are known by what their families can do.
  ['server/adapters/mqtt', [...outside, types(under('server/devices/foreign/family.ts'))]],
  ['server/adapters', outside],
  ['server/devices', outside],
  // In a thread of its own beside the hub.
  [
    'server/forecast',
    [
      under('server/forecast', 'server/domain'),
      types(under('server/hub.ts', 'server/journal')),
      contract,
      log,
      builtin,
    ],
  ],
  ['server/hub.ts', hubMay()],
  ['server/hub', hubMay()],
  ['server/log.ts', [packages('pino'), builtin]],
  ['server/settings.ts', [contract, packages('zod', 'yaml'), builtin]],
  ['server/main.ts', [under('server'), library, under(...bridgeEntries())]],
  // What `main.ts` is made of: `start.ts` joins the parts, so that tests can start them too.
  ['server/start.ts', [under('server'), library, under(...bridgeEntries())]],
  ['server/office-at-start.ts', [under('server'), builtin]],
  ['server/first-things.ts', [under('server')]],
  // The bridge inside the hub: its lines are the office's, its accounts the hub's.
  ['server/joined-bridge.ts', [under('server', 'counter-firmware-bridge'), builtin]],
  // From the record to the printers and back.
  ['server/printing.ts', [under('server')]],
  ['server/printers-seen.ts', [under('server')]],
  ['server/joined-printers.ts', [under('server')]],
  ['server/joined-voice.ts', [under('server')]],
  ['server/listen.ts', [under('server'), builtin]],
  ['server/office-reports.ts', [under('server')]],
  ['server/device-sources.ts', [under('server')]],
  ['server/start-refused.ts', []],
  ['server/pages.ts', [builtin]],
  [
    'display/vite.config.ts',
    [
      packages('vite', 'vitest', '@sveltejs/vite-plugin-svelte'),
      // What makes pages that are made in another way than all others.
      under('display/plain/build.ts', 'display/ticket/build-page.ts'),
      builtin,
    ],
  ],
  // Its texts are those of whatever language files there are.
  [
    'display/plain/build.ts',
    [packages('vite', '<computed>'), types(under('display/lib/languages')), builtin],
  ],
  ['display/ticket/build-page.ts', [packages('vite'), under('display/ticket/build-worker.ts'), builtin]],
  ['display/ticket/build-worker.ts', [packages('vite'), builtin]],
  ['display', [under('display'), ...page]],
  ['kiosk/supervisor/figures/drawing.ts', [under('kiosk/supervisor/figures'), packages('chart.js')]],
  ['kiosk', [under('kiosk', 'display/lib'), ...page]],
  [
    'counter-firmware-bridge',
    [
      under('counter-firmware-bridge'),
      contract,
      packages('serialport', /^@serialport\//, 'mqtt', 'yaml'),
      builtin,
    ],
  ],
  ['test', [() => true]],
];

function hubMay(): Rule[] {
  const journal = under('server/journal/journal.ts', 'server/journal/batch-rows.ts');
  return [under('server/hub.ts', 'server/hub', 'server/domain'), contract, journal, log, builtin];
}

function bridgeEntries(): string[] {
  return ['counter-firmware-bridge/main.ts', 'counter-firmware-bridge/bridge.ts'];
}

/** Why this file may not have this import; undefined if it may. */
export function refusal(from: string, found: Import): string | undefined {
  const target = resolveTarget(from, found);
  const [, allowed] = table.find(([place]) => from === place || from.startsWith(`${place}/`)) ?? [];
  if (allowed?.some((rule) => rule(target, from))) return undefined;
  return `${from} may not import ${found.typeOnly ? 'the types of ' : ''}${target.to}`;
}

function resolveTarget(from: string, found: Import): Target {
  const { specifier } = found;
  if (specifier.startsWith('.')) {
    return { ...found, kind: 'file', to: posix.join(posix.dirname(from), specifier.replace(/\?.*$/, '')) };
  }
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) {
    return { ...found, kind: 'builtin', to: specifier };
  }
  const [first = '', second = ''] = specifier.split('/');
  return { ...found, kind: 'package', to: first.startsWith('@') ? `${first}/${second}` : first };
}
