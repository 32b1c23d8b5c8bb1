/** Answers to `DLE EOT` 1, 2 and 4, byte for byte. */
import { expect, test } from 'vitest';
import { stateOf } from '../../server/adapters/printers/status.ts';

test.each<[string, [number, number, number], string]>([
  ['well', [0x12, 0x12, 0x12], 'ok'],
  ['well, with the drawer’s pin high', [0x16, 0x12, 0x12], 'ok'],
  ['paper near its end', [0x12, 0x12, 0x1e], 'near-end'],
  ['an empty roll', [0x1a, 0x32, 0x7e], 'out'],
  ['the paper’s sensor alone', [0x12, 0x12, 0x7e], 'out'],
  ['an open cover, which also hides the paper', [0x1a, 0x36, 0x7e], 'cover'],
  ['a jammed cutter', [0x1a, 0x52, 0x12], 'error'],
  ['offline for no told reason', [0x1a, 0x12, 0x12], 'offline'],
])('%s', (_what, [printer, offline, paper], state) => {
  expect(stateOf(printer, offline, paper)).toBe(state);
});
