/** The ESPHome file: its syntax, its topics against the contract, its keys and its secrets. It is not compiled here. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { keyNames, topics } from '../../server/contract/devices.ts';
import { firmware } from './build.ts';

const folder = join(firmware, 'esphome');
const source = readFileSync(join(folder, 'counter-box.yaml'), 'utf8');
const secrets: string[] = [];

/** As ESPHome reads it: its own tags, and `${device}` filled in. */
function read(text: string): unknown {
  const note = (value: string) => {
    secrets.push(value);
    return `secret ${value}`;
  };
  const document = parseDocument(text, {
    customTags: [
      { tag: '!secret', resolve: note },
      { tag: '!lambda', resolve: (value: string) => value },
    ],
  });
  expect([...document.errors, ...document.warnings].map(({ message }) => message)).toEqual([]);
  return document.toJS();
}

const message = z.object({
  topic: z.string(),
  payload: z.string(),
  qos: z.literal(1),
  retain: z.literal(true),
});
const box = z
  .object({
    substitutions: z.object({ device: z.string().regex(/^[a-z0-9-]{1,23}$/), digits: z.string() }),
    esphome: z.object({ includes: z.array(z.string()) }),
    mqtt: z.object({
      username: z.string(),
      client_id: z.string(),
      clean_session: z.literal(true),
      discovery: z.literal(false),
      discover_ip: z.literal(false),
      topic_prefix: z.null(),
      log_topic: z.null(),
      birth_message: message,
      will_message: message,
      shutdown_message: message,
      on_json_message: z.array(z.object({ topic: z.string(), qos: z.literal(1) })),
    }),
  })
  .parse(read(source.replaceAll(/\$\{device\}/g, 'ctr-03')));

test('every topic in it is one of the device’s own in the contract, and none is missing', () => {
  const own = [
    ...[topics.status, topics.info, topics.event, topics.result],
    ...[topics.displaySet, topics.displayState, topics.identify],
  ].map((topic) => topic('ctr-03'));
  const written = [...source.matchAll(/loket\/v1\/[\w/${}+#-]+/g)].map(([topic]) =>
    topic.replaceAll(/\$\{device\}/g, 'ctr-03'),
  );
  expect([...new Set(written)].sort()).toEqual(own.sort());
});

test('it listens to its results, its board and its name, and says online and offline', () => {
  expect(box.mqtt.on_json_message.map(({ topic }) => topic)).toEqual([
    'loket/v1/ctr-03/display/set',
    'loket/v1/ctr-03/event/result',
    'loket/v1/ctr-03/cmd/identify',
  ]);
  const { birth_message: birth, will_message: will, shutdown_message: shutdown } = box.mqtt;
  expect([birth, will, shutdown].map(({ topic, payload }) => [topic, payload])).toEqual([
    ['loket/v1/ctr-03/status', 'online'],
    ['loket/v1/ctr-03/status', 'offline'],
    ['loket/v1/ctr-03/status', 'offline'],
  ]);
  expect(box.mqtt).toMatchObject({ username: 'ctr-03', client_id: 'ctr-03' });
});

test('its keys are the contract’s, in the order of the box: next, undo, recall, done, no_show', () => {
  const keys = [...source.matchAll(/id: press_key, key: (\w+)/g)].map(([, key]) => key);
  expect(keys).toEqual(['next', 'undo', 'recall', 'done', 'no_show']);
  expect(keys.filter((key) => !(keyNames as readonly (string | undefined)[]).includes(key))).toEqual([]);
});

test('an event is published with what the contract wants, by QoS 1 and never retained', () => {
  const event =
    /publish_json\("loket\/v1\/\$\{device\}\/event",[\s\S]*?\}, 1, false\);/.exec(source)?.[0] ?? '';
  const written = [...event.matchAll(/root\["(\w+)"\]/g)].map(([, name]) => name);
  expect(written).toEqual(['event_type', 'seq', 'boot', 'arg', 'age_ms']);
});

test('every secret stands in the example, and every file that it includes is there', () => {
  const example = z
    .record(z.string(), z.string())
    .parse(read(readFileSync(join(folder, 'secrets.example.yaml'), 'utf8')));
  expect([...new Set(secrets)].sort()).toEqual(Object.keys(example).sort());
  expect(box.esphome.includes.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
});

test('each lambda closes what it opens, and no local name hides a global', () => {
  const globals = [...source.matchAll(/^ {2}- id: (\w+)$/gm)].map(([, name = '']) => name);
  expect(globals.length).toBeGreaterThan(5);
  const hidden = globals.filter((name) =>
    new RegExp(`(?:int|char|uint32_t|string|bool) \\*?${name}\\b`).test(source),
  );
  expect(hidden).toEqual([]);
  const count = (sign: string) => source.split(sign).length;
  expect([count('('), count('{'), count('[')]).toEqual([count(')'), count('}'), count(']')]);
});
