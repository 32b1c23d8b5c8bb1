/** The fields of a serial line: its protocol, how a board of an unknown maker wants its frame, and what hangs on it. */
import type { Field } from './fields.ts';

/** Of protocol `ascii`. */
const ascii: readonly Field[] = [
  { key: 'template', kind: 'text', wide: true },
  {
    key: 'check',
    kind: 'choice',
    of: ['none', 'sum8', 'xor8', 'crc16-modbus', 'crc16-ibm3740'],
    otherwise: 'none',
  },
  { key: 'checkOver', kind: 'choice', of: ['all', 'after-first'], otherwise: 'all', when: 'check' },
  { key: 'checkAs', kind: 'choice', of: ['bytes', 'bytes-le', 'hex'], otherwise: 'bytes', when: 'check' },
];

const board: readonly Field[] = [
  { key: 'width', kind: 'number' },
  { key: 'characters', kind: 'choice', of: ['digits', 'seven-segment', 'text'] },
];

const modbus: readonly Field[] = [
  { key: 'as', kind: 'choice', of: ['digits', 'pairs', 'number'], otherwise: 'digits' },
  { key: 'register', kind: 'number', otherwise: 0 },
  { key: 'flash', kind: 'number' },
];

const thermometer: readonly Field[] = [
  { key: 'mode', kind: 'choice', of: ['fill', 'admit'], otherwise: 'fill' },
  { key: 'use', kind: 'choice', of: ['object', 'body'], otherwise: 'object' },
  { key: 'offset', kind: 'number', otherwise: 0 },
];

const device: readonly Field[] = [
  { key: 'address', kind: 'number' },
  { key: 'id', kind: 'id' },
  { key: 'counter', kind: 'ref', of: 'counters', optional: true },
  { key: 'board', kind: 'group', fresh: { width: 4, characters: 'seven-segment' }, fields: board },
  { key: 'modbus', kind: 'group', fresh: { as: 'digits', register: 0 }, fields: modbus },
  { key: 'thermometer', kind: 'group', fresh: { mode: 'fill' }, fields: thermometer },
];

export const serial: readonly Field[] = [
  { key: 'port', kind: 'text', wide: true },
  { key: 'protocol', kind: 'choice', of: ['q1', 'modbus', 'ascii', 'alpha', 'gy-mcu90615', 'gy-614'] },
  { key: 'mode', kind: 'choice', of: ['p2p', 'bus'], otherwise: 'p2p' },
  { key: 'baud', kind: 'number', otherwise: 115200 },
  {
    key: 'frame',
    kind: 'choice',
    of: ['8N1', '8E1', '8O1', '8N2', '7E1', '7O1', '7E2'],
    otherwise: '8N1',
  },
  {
    key: 'ascii',
    kind: 'group',
    fresh: { template: '\\x02{addr:02}{text:4}\\x03' },
    fields: ascii,
    when: ['protocol', 'ascii'],
  },
  { key: 'devices', kind: 'things', fresh: { address: 1 }, fields: device },
];
