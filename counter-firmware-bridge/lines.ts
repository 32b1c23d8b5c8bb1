/** Which program works a line, by the protocol that is spoken on it; loaded when there is such a line. */
import type { SerialLine } from '../server/contract/office.ts';
import type { MakeLine } from './line.ts';

const gy = () => import('./thermometers/gy.ts').then(({ makeGyLine }) => makeGyLine);

export const makers: Readonly<Record<SerialLine['protocol'], () => Promise<MakeLine>>> = {
  q1: () => import('./q1/line.ts').then(({ makeQ1Line }) => makeQ1Line),
  modbus: () => import('./boards/modbus.ts').then(({ makeModbusLine }) => makeModbusLine),
  ascii: () => import('./boards/ascii.ts').then(({ makeAsciiLine }) => makeAsciiLine),
  alpha: () => import('./boards/alpha.ts').then(({ makeAlphaLine }) => makeAlphaLine),
  'gy-mcu90615': gy,
  'gy-614': gy,
};
