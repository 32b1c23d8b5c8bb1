/** What the bridge reads: its own file, where it runs beside the hub, and the hub's messages to its devices. */
import { z } from 'zod';
import { readDraft } from './office/draft.ts';
import { found, type OfficeMistake } from './office/expected.ts';
import { mistakesOf } from './office/mistakes.ts';
import { repeated } from './office/repeated.ts';
import { serialLine } from './office/serial.ts';
import { group, list, pattern, table } from './office/shapes.ts';
import { unkept } from './office/unkept.ts';

const address = pattern(
  /^mqtts?:\/\/(?:[\w.-]+|\[[0-9a-fA-F:]+\])(?::\d{1,5})?\/?$/,
  'the address of the hub such as mqtt://192.168.1.10:1883 or mqtts://antrean.example.go.id:8883',
);

const id = pattern(/^[a-z0-9-]{1,23}$/, 'a device id of 1 to 23 characters of a-z, 0-9 and -');
const password = pattern(
  /^\S.{6,198}\S$/,
  'the password that the device page showed, of 8 to 200 characters',
);
const passwords = table(id, password, 'passwords by device id such as { ser-3: "…" }');

const bridgeFile = group({
  hub: address,
  /** The same list as in the office file. */
  serial: list(serialLine, 'serial lines', 1, 16),
  passwords: passwords.default({}),
});
export type BridgeFile = z.infer<typeof bridgeFile>;

export type ReadBridge =
  | { readonly ok: true; readonly bridge: BridgeFile }
  | { readonly ok: false; readonly mistakes: readonly OfficeMistake[] };

/** Every mistake at once, each with what was expected. */
export function readBridge(data: unknown): ReadBridge {
  const parsed = bridgeFile.safeParse(data);
  const draft = readDraft(data);
  const together = [...repeated(draft), ...unkept(draft)].filter(({ path }) => path[0] === 'serial');
  const mistakes = mistakesOf(parsed.error?.issues ?? [], together);
  return parsed.success && mistakes.length === 0
    ? { ok: true, bridge: parsed.data }
    : { ok: false, mistakes };
}

/** A password without a device, or a device without a password. */
export function passwordMistakes({ serial, passwords: given }: BridgeFile): OfficeMistake[] {
  const ids = serial.flatMap(({ devices }) => devices.map((device) => device.id));
  const missing = ids.filter((one) => !Object.hasOwn(given, one));
  const needless = Object.keys(given).filter((one) => !ids.includes(one));
  return [
    ...missing.map((one) => ({
      path: ['passwords', one],
      message: 'missing: expected the password that the device page showed',
    })),
    ...needless.map((one) => ({
      path: ['passwords', one],
      message: `expected a device of the serial list, found ${found(one)}`,
    })),
  ];
}

/** Passwords in a file of their own: a table by device id. */
export const passwordTable = passwords;

const name = { boot: z.string(), seq: z.number() };

/** `event/result`, as far as a press is told by it; a result without a name belongs to no press. */
export const pressOutcome = z.discriminatedUnion('ok', [
  z.object({ ...name, ok: z.literal(true), ticket: z.string().nullable() }),
  z.object({ ...name, ok: z.literal(false), error: z.object({ code: z.string().max(64) }) }),
]);

/** `display/set`. */
export const boardOrder = z.object({
  rev: z.int(),
  text: z.string().max(32),
  counter: z.number(),
  blink_ms: z.number().min(0).max(60_000),
  blink_for_ms: z.number().min(0).max(3_600_000),
});
