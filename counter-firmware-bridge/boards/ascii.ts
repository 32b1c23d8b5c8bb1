/** Boards of an unknown maker, written by the template of the office file. */
import type { MakeLine } from '../line.ts';
import { asciiFrame, isNumber, templateProfile } from './ascii-frame.ts';
import { makeBoardLine } from './board-line.ts';
import { oneWay } from './one-way.ts';
import { usualBoard } from './profile.ts';

export const makeAsciiLine: MakeLine = (line, parts) => {
  const how = line.ascii ?? { template: '{text}', check: 'none', checkOver: 'all', checkAs: 'bytes' };
  const wire = oneWay(line, parts, (device, { text }) => {
    const { width } = device.board ?? usualBoard.ascii;
    return asciiFrame(how, { addr: device.address, counter: device.counter ?? 0, text, width });
  });
  return makeBoardLine(line, parts, {
    ...wire,
    profile: ({ board = usualBoard.ascii }) => templateProfile(how, board),
    blinking: () => (isNumber(how.template) ? 'never' : 'written'),
  });
};
