/** A frame of the Alpha sign protocol (Adaptive, BetaBrite), as its "write TEXT file" to file A. */

const autobaud = [0, 0, 0, 0, 0];
const [soh, stx, etx, eot, esc] = [0x01, 0x02, 0x03, 0x04, 0x1b];
/** Every sign, whatever its model. */
const anySign = 'Z';
/** To the whole of the sign; held, or flashing. */
const position = '0';
const modes = { hold: 'b', flash: 'c' };
/** Characters between them flash, on signs that do not know the mode. */
const flashing = { on: '\x071', off: '\x070' };

/**
 * @param address `00` for all signs of the line, or two hexadecimal digits
 * @see Adaptive, Alpha Sign Communications Protocol (97088061), 6.1: the check sum is the 16-bit sum from STX to ETX
 */
export function alphaFrame({
  address,
  text,
  flash,
}: {
  readonly address: string;
  readonly text: string;
  readonly flash: boolean;
}): Uint8Array {
  const shown = flash ? `${flashing.on}${text}${flashing.off}` : text;
  const command = [...codes('AA'), esc, ...codes(`${position}${flash ? modes.flash : modes.hold}${shown}`)];
  const summed = [stx, ...command, etx];
  const sum = summed.reduce((before, byte) => (before + byte) & 0xffff, 0);
  const check = codes(sum.toString(16).toUpperCase().padStart(4, '0'));
  return Uint8Array.from([...autobaud, soh, ...codes(`${anySign}${address}`), ...summed, ...check, eot]);
}

/** The sign's own codes are below the space: none of them can come from a text. */
const codes = (text: string): number[] =>
  [...text].map((character) => {
    const code = character.codePointAt(0) ?? 63;
    return code < 127 ? code : 63;
  });
