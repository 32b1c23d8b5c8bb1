/** The environment, read once: every mistake is reported at once, and nothing is guessed. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { distance } from './contract/office/expected.ts';

/** Where a server listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

const address = z
  .string()
  .regex(/^(\[[0-9a-fA-F:]+\]|[^:\s]+):\d{1,5}$/, 'expected address:port such as 0.0.0.0:8080')
  .transform((text): Address => {
    const colon = text.lastIndexOf(':');
    return { host: text.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(text.slice(colon + 1)) };
  })
  .refine(({ port }) => port <= 65_535, 'expected a port up to 65535');

const publicUrl = z
  .url({ protocol: /^https$/, error: 'expected an HTTPS address such as https://antrean.example.go.id' })
  .refine((text) => {
    const { username, password, search, hash } = new URL(text);
    return `${username}${password}${search}${hash}` === '';
  }, 'expected an address without user, password, ? and #')
  .transform((text) => text.replace(/\/+$/, ''));

const proxies = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .refine(
    (parts) => parts.every(isNetwork),
    'expected addresses or networks such as 10.0.0.1, 192.168.1.0/24',
  );

/** An address, an address and the length of its prefix, or a word that stands for some (`proxy-addr`). */
function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', prefix, ...more] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const isLength = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= most);
  return most > 0 && isLength && more.length === 0;
}

const clock = z.iso
  .datetime({ offset: true, error: 'expected an instant such as 2026-11-26T01:05:00.000Z' })
  .transform((text) => Date.parse(text));

const rate = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'expected a rate such as 1 or 60')
  .transform(Number)
  .refine((value) => value > 0 && value <= 3600, 'expected a rate above 0 and up to 3600');

/** In the office's own network too: whoever sets the environment knows it. */
const taskForceUrl = z
  .url({
    protocol: /^https?$/,
    error: 'expected an HTTP or HTTPS address such as https://satgas.example.go.id/notices',
  })
  .refine((text) => {
    const { username, password, hash } = new URL(text);
    return `${username}${password}${hash}` === '';
  }, 'expected an address without user, password and #');

const schema = z.object({
  LOKET_DATA: z.string().min(1).default('./data'),
  LOKET_HTTP: address.prefault('0.0.0.0:8080'),
  LOKET_MQTT: address.prefault('0.0.0.0:1883'),
  LOKET_OFFICE: z.string().min(1).optional(),
  LOKET_SUPERVISOR_PASSWORD: z.string().max(200, 'expected at most 200 characters').optional(),
  LOKET_PUBLIC_URL: publicUrl.optional(),
  LOKET_TRUST_PROXY: proxies.default([]),
  LOKET_TASK_FORCE_URL: taskForceUrl.optional(),
  LOKET_TASK_FORCE_SECRET: z.string().min(16, 'expected at least 16 characters').optional(),
  LOKET_CLOCK: clock.optional(),
  LOKET_CLOCK_RATE: rate.default(1),
  LOKET_JOURNAL: z
    .string()
    .regex(/^sqlite:$/, 'expected sqlite: (the only journal of this version)')
    .default('sqlite:'),
});

export interface Ignored {
  readonly variable: string;
  readonly why: string;
}

export interface Settings {
  readonly dataFolder: string;
  readonly http: Address;
  readonly mqtt: Address;
  /** A path, or the name of a shipped office; null: the database's, or the default one. */
  readonly office: string | null;
  readonly supervisorPassword: string | null;
  readonly publicUrl: string | null;
  readonly trustProxy: readonly string[];
  /** Where notices of people who are held at the door go, and the secret that signs them. */
  readonly taskForce?: { readonly url: string; readonly secret: string } | null;
  /** A rehearsal: the instant that the clock shows, milliseconds since 1970, and its rate. */
  readonly rehearsal: { readonly from: number; readonly rate: number } | null;
  /** Variables that are set and do nothing, and why; worth a warning. */
  readonly ignored?: readonly Ignored[];
}

/** Variables of the contract that this version does not know yet: set, they would silently do nothing. */
const notYet = ['LOKET_TLS_CERT', 'LOKET_TLS_KEY', 'LOKET_MQTTS'];
/** The same, for what this version does without: a warning is enough. */
const notUsed = ['TOKEN', 'PHONE_ID', 'APP_SECRET', 'VERIFY_TOKEN', 'GRAPH_URL'].map(
  (name) => `LOKET_WHATSAPP_${name}`,
);

const taskForcePair = [
  ['LOKET_TASK_FORCE_URL', 'LOKET_TASK_FORCE_SECRET'],
  ['LOKET_TASK_FORCE_SECRET', 'LOKET_TASK_FORCE_URL'],
] as const;

export type ReadSettings =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** An empty variable counts as absent. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): ReadSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  const mistakes = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  for (const name of notYet) {
    if (given[name] !== undefined) mistakes.push(`${name}: this version does not know it yet`);
  }
  if (given.LOKET_CLOCK_RATE !== undefined && given.LOKET_CLOCK === undefined) {
    mistakes.push('LOKET_CLOCK_RATE: expected LOKET_CLOCK beside it');
  }
  for (const [name, other] of taskForcePair) {
    if (given[name] !== undefined && given[other] === undefined)
      mistakes.push(`${name}: expected ${other} beside it`);
  }
  if (!parsed.success || mistakes.length > 0) return { ok: false, mistakes };
  const { data } = parsed;
  return {
    ok: true,
    settings: {
      dataFolder: data.LOKET_DATA,
      http: data.LOKET_HTTP,
      mqtt: data.LOKET_MQTT,
      office: data.LOKET_OFFICE ?? null,
      supervisorPassword: data.LOKET_SUPERVISOR_PASSWORD ?? null,
      publicUrl: data.LOKET_PUBLIC_URL ?? null,
      trustProxy: data.LOKET_TRUST_PROXY,
      taskForce: taskForceOf(data),
      ignored: ignoredOf(Object.keys(given)),
      rehearsal:
        data.LOKET_CLOCK === undefined ? null : { from: data.LOKET_CLOCK, rate: data.LOKET_CLOCK_RATE },
    },
  };
}

const ignoredOf = (given: readonly string[]): readonly Ignored[] =>
  given
    .filter((name) => name.startsWith('LOKET_') && !(name in schema.shape))
    .map((variable) => ({ variable, why: whyIgnored(variable) }));

function whyIgnored(variable: string): string {
  if (notUsed.includes(variable)) return 'this version does not use it yet';
  const [near] = [...Object.keys(schema.shape), ...notYet, ...notUsed]
    .map((name) => ({ name, away: distance(variable, name) }))
    .filter(({ away }) => away <= 2)
    .sort((one, other) => one.away - other.away);
  return near ? `not known: did you mean ${near.name}?` : 'not known';
}

const taskForceOf = (data: z.infer<typeof schema>): NonNullable<Settings['taskForce']> | null =>
  data.LOKET_TASK_FORCE_URL && data.LOKET_TASK_FORCE_SECRET
    ? { url: data.LOKET_TASK_FORCE_URL, secret: data.LOKET_TASK_FORCE_SECRET }
    : null;
