/** Boards that speak Modbus RTU: a register a digit, two characters a register, or one register with the number. */
import type { BoardProfile } from '../../server/contract/device-settings.ts';
import type { MakeLine } from '../line.ts';
import type { Picture } from './board.ts';
import { type BoardDevice, makeBoardLine } from './board-line.ts';
import { hex } from './hex.ts';
import { createAsking } from './modbus-ask.ts';
import { exceptionText, writeRegister, writeRegisters } from './modbus-frame.ts';
import { usualBoard } from './profile.ts';
import type { Outcome } from './seat.ts';

export const makeModbusLine: MakeLine = (line, parts) => {
  const asking = createAsking(line.baud, parts);

  /** One request after another; the first that fails ends it. */
  function send(
    device: BoardDevice,
    requests: readonly Uint8Array[],
    tries: number,
    done: (outcome: Outcome) => void,
  ): void {
    const [request, ...rest] = requests;
    if (request === undefined) {
      done({ kind: 'shown' });
      return;
    }
    const hub = parts.hub.get(device.id);
    hub?.note('out', hex(request));
    asking.ask(request, tries, (answer) => {
      if (answer.kind === 'done') send(device, rest, tries, done);
      else if (answer.kind === 'exception') done({ kind: 'refused', why: exceptionText(answer.code) });
      else {
        hub?.note('wrong', `no answer to ${hex(request)}`);
        done({ kind: 'silent' });
      }
    });
  }

  return makeBoardLine(line, parts, {
    answers: true,
    profile: profileOf,
    blinking({ modbus }) {
      if (modbus?.flash !== undefined) return 'itself';
      // A number has no blanks: 0 in between would be a number too.
      return modbus?.as === 'number' ? 'never' : 'written';
    },
    send: (device, picture, tries, done) => send(device, requestsFor(device, picture), tries, done),
    bytes: asking.bytes,
    drop: asking.drop,
  });
};

function profileOf({ board = usualBoard.modbus, modbus }: BoardDevice): BoardProfile {
  // A register holds five digits, but not all of them.
  return modbus?.as === 'number' ? { width: Math.min(board.width, 4), characters: 'digits' } : board;
}

/** What brings a picture to a board. */
export function requestsFor(device: BoardDevice, { text, flash }: Picture): readonly Uint8Array[] {
  const { address, modbus } = device;
  const { as = 'digits', register = 0, flash: flashRegister } = modbus ?? {};
  const shown =
    as === 'number'
      ? writeRegister(address, register, Number(text))
      : writeRegisters(address, register, registersOf(text.padEnd(profileOf(device).width), as));
  return flashRegister === undefined
    ? [shown]
    : [shown, writeRegister(address, flashRegister, flash ? 1 : 0)];
}

function registersOf(text: string, as: 'digits' | 'pairs'): readonly number[] {
  const codes = [...text].map((character) => character.charCodeAt(0) & 0xff);
  if (as === 'digits') return codes;
  return codes.flatMap((code, at) => (at % 2 === 0 ? [(code << 8) | (codes[at + 1] ?? 0x20)] : []));
}
