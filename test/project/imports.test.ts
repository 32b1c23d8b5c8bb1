/** Who may import whom, and what the domain may not contain, over every source file. */
import { expect, test } from 'vitest';
import { refusal } from './imports.ts';
import { importsOf, impurities } from './syntax.ts';
import { read, sourceFiles } from './tree.ts';

const sources = sourceFiles('server', 'display', 'kiosk', 'counter-firmware-bridge', 'test');
const domain = sourceFiles('server/domain');

test('every import is one that the architecture allows', () => {
  const found = sources.flatMap((file) => importsOf(file, read(file)).map((each) => refusal(file, each)));
  expect(found.length).toBeGreaterThan(sources.length / 2);
  expect(found.filter((reason) => reason !== undefined)).toEqual([]);
});

test('no clock, chance or outside world in the domain, and no default in its switches', () => {
  expect(domain).not.toHaveLength(0);
  expect(domain.flatMap((file) => impurities(file, read(file)))).toEqual([]);
});

const command = 'server/domain/commands/call-next.ts';
const mqtt = 'server/adapters/mqtt/broker.ts';
const bridge = 'counter-firmware-bridge/main.ts';

test.each([
  ['server/contract/views.ts', "import { z } from 'zod'"],
  ['server/contract/views.ts', "import { id } from './values.ts'"],
  [command, "import { dueFirst } from '../whose-turn.ts'"],
  [command, "import type { CallNext } from '../../contract/commands.ts'"],
  ['server/hub.ts', "import { decide } from './domain/decide.ts'"],
  ['server/hub.ts', "import { refusals } from './contract/refusals.ts'"],
  ['server/hub.ts', "import type { Journal } from './journal/journal.ts'"],
  ['server/hub.ts', "import { createBatchRows } from './journal/batch-rows.ts'"],
  ['server/journal/sqlite.ts', "import Database from 'better-sqlite3'"],
  [mqtt, "import { Aedes } from 'aedes'"],
  [mqtt, "import type { Log } from '../../log.ts'"],
  [mqtt, "import type { Hub } from '../../hub.ts'"],
  [mqtt, "import { guard } from './guard.ts'"],
  ['server/devices/generic-led.ts', "import { led } from '../contract/devices.ts'"],
  ['server/main.ts', "import { openBroker } from './adapters/mqtt/broker.ts'"],
  ['server/main.ts', "import { startBridge } from '../counter-firmware-bridge/bridge.ts'"],
  ['server/main.ts', "const { createServer } = await import('vite')"],
  [
    'display/Lobby.svelte',
    "<script lang='ts'>import type { LobbyView } from '../server/contract/views.ts'</script>",
  ],
  ['display/lib/live.svelte.ts', "import { io } from 'socket.io-client'"],
  ['display/lobby.ts', "import '@fontsource-variable/atkinson-hyperlegible-next'"],
  [
    'kiosk/Desk.svelte',
    "<script>import Clock from '../display/lib/Clock.svelte'; import { fade } from 'svelte/transition'</script>",
  ],
  [
    'counter-firmware-bridge/drivers/q1.ts',
    "import { SerialPort } from 'serialport'; import { at } from '../line.ts'",
  ],
  [bridge, "import { bridgeList } from '../server/contract/serial.ts'; import mqtt from 'mqtt'"],
  ['test/stories/office.ts', "import { openHub } from '../../server/hub.ts'; import fc from 'fast-check'"],
])('%s may: %s', (file, text) => {
  const imports = importsOf(file, text);
  expect(imports).not.toHaveLength(0);
  expect(imports.filter((each) => refusal(file, each) !== undefined)).toEqual([]);
});

test.each([
  ['server/contract/views.ts', "import type { Day } from '../domain/day.ts'"],
  ['server/contract/views.ts', "import { randomUUID } from 'node:crypto'"],
  [command, "import { z } from 'zod'"],
  [command, "import type { z } from 'zod'"],
  [command, "import { readFileSync } from 'fs'"],
  [command, "import { refusals } from '../../contract/refusals.ts'"],
  [command, "import { type Refusal } from '../../contract/refusals.ts'"],
  [command, "export { refusals } from '../../contract/refusals.ts'"],
  [command, "export * from '../../hub.ts'"],
  [command, "import type { Log } from '../../log.ts'"],
  [command, "const journal = await import('../../journal/journal.ts')"],
  [command, "const anything = await import('./' + name)"],
  [command, "type A = import('../../hub.ts').Hub"],
  ['server/hub.ts', "import { openJournal } from './journal/sqlite.ts'"],
  ['server/hub.ts', "import { Aedes } from 'aedes'"],
  ['server/hub.ts', "import { openBroker } from './adapters/mqtt/broker.ts'"],
  ['server/journal/sqlite.ts', "import type { Hub } from '../hub.ts'"],
  [mqtt, "import { openSockets } from '../socket-io.ts'"],
  [mqtt, "import { led } from '../../devices/generic-led.ts'"],
  [mqtt, "import { callNext } from '../../domain/commands/call-next.ts'"],
  ['server/adapters/http.ts', "import { route } from './http-extra/route.ts'"],
  ['server/settings.ts', "import { openHub } from './hub.ts'"],
  ['server/utils.ts', "import { z } from 'zod'"],
  ['server/main.ts', "import { io } from '../display/lib/live.ts'"],
  ['server/main.ts', "import { q1 } from '../counter-firmware-bridge/drivers/q1.ts'"],
  [
    'display/Lobby.svelte',
    "<script lang='ts'>import { lobbyView } from '../server/contract/views.ts'</script>",
  ],
  ['display/Lobby.svelte', "<script>let a;</script>{#await import('zod') then z}{z}{/await}"],
  ['display/Lobby.svelte', "<script>import Desk from '../kiosk/Desk.svelte'</script>"],
  ['display/Lobby.svelte', "<script module>import type { Day } from '../server/domain/day.ts'</script>"],
  ['kiosk/Desk.svelte', "<script>import Lobby from '../display/Lobby.svelte'</script>"],
  ['kiosk/desk.ts', "import express from 'express'"],
  [bridge, "import { openHub } from '../server/hub.ts'"],
  [bridge, "import { z } from 'zod'"],
  ['display/vite.config.ts', "import Report from '../test/report.ts'"],
  ['server/main.ts', "import { startOffice } from '../test/stories/office.ts'"],
])('%s may not: %s', (file, text) => {
  const imports = importsOf(file, text);
  expect(imports).toHaveLength(1);
  expect(imports.filter((each) => refusal(file, each) === undefined)).toEqual([]);
});

test.each([
  'const now = Date.now();',
  'const now = new Date();',
  'const now = Date();',
  'const now = Temporal.Now.instant();',
  'const chance = Math.random();',
  'console.log(1);',
  'const { env } = process;',
  'const all = { process };',
  'setTimeout(() => 1, 2);',
  'const id = crypto.randomUUID();',
  'const { log } = globalThis.console;',
  "switch (event.type) { case 'A': break; default: break; }",
])('the domain may not hold: %s', (text) => expect(impurities('a.ts', text)).not.toHaveLength(0));

test.each([
  'const then = new Date(0);',
  'const most = Math.max(1, 2);',
  'const text = day.process + day.console;',
  "const text = 'Date.now() and console.log'; // Math.random()",
  "switch (event.type) { case 'A': break; }",
  'export default 1;',
])('the domain may hold: %s', (text) => expect(impurities('a.ts', text)).toEqual([]));
