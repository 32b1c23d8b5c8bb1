/** DO14: which of a thermometer's values counts. */
import { expect, test } from 'vitest';
import { measuredAtDoor } from '../../server/domain/door/measured.ts';

test.each([
  ['what was measured', { object: 36.52, body: 36.9, kind: 'forehead' }, 'object', 0, 36.5, 'forehead'],
  [
    'the estimate where it is chosen',
    { object: 33.1, body: 36.44, kind: 'forehead' },
    'body',
    0,
    36.4,
    'body',
  ],
  [
    'what was measured where there is no estimate',
    { object: 36.2, body: null, kind: null },
    'body',
    0,
    36.2,
    'forehead',
  ],
  [
    'the correction of the office, and tenths',
    { object: 35.26, body: null, kind: 'wrist' },
    'object',
    0.7,
    36,
    'wrist',
  ],
] as const)('DO14 %s', (_what, measured, use, offset, celsius, kind) => {
  expect(measuredAtDoor(measured, { use, offset })).toEqual({ celsius, kind });
});
