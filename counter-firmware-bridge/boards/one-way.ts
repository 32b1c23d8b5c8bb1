/** Boards that take a frame and say nothing: what is sent is shown as soon as its last byte has left. */
import type { SerialLine } from '../../server/contract/office.ts';
import type { LineParts } from '../line.ts';
import type { Picture } from './board.ts';
import type { BoardDevice, Wire } from './board-line.ts';
import { hex } from './hex.ts';

/** @param frame the bytes of a picture */
export function oneWay(
  { baud }: Pick<SerialLine, 'baud'>,
  { write, later, hub }: LineParts,
  frame: (device: BoardDevice, picture: Picture) => Uint8Array,
): Pick<Wire, 'answers' | 'send' | 'bytes' | 'drop'> {
  let cancel = () => {};
  return {
    answers: false,
    send(device, picture, _, done) {
      const bytes = frame(device, picture);
      write(bytes);
      hub.get(device.id)?.note('out', hex(bytes));
      cancel = later(wireMs(bytes.length, baud), () => done({ kind: 'shown' }));
    },
    bytes() {},
    drop: () => cancel(),
  };
}

/** How long so many bytes are on the wire: eleven bits each, with parity or a second stop bit. */
export const wireMs = (bytes: number, baud: number): number => Math.ceil((bytes * 11_000) / baud);
