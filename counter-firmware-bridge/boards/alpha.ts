/** Signs of the Alpha protocol: they flash by themselves. */
import type { MakeLine } from '../line.ts';
import { alphaFrame } from './alpha-frame.ts';
import { makeBoardLine } from './board-line.ts';
import { oneWay } from './one-way.ts';
import { usualBoard } from './profile.ts';

export const makeAlphaLine: MakeLine = (line, parts) => {
  const wire = oneWay(line, parts, ({ address }, { text, flash }) =>
    alphaFrame({ address: line.mode === 'bus' ? hexAddress(address) : '00', text, flash }),
  );
  return makeBoardLine(line, parts, {
    ...wire,
    profile: ({ board = usualBoard.alpha }) => board,
    blinking: () => 'itself',
  });
};

const hexAddress = (address: number): string => address.toString(16).toUpperCase().padStart(2, '0');
