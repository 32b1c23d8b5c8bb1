/** The simulated box's own Q1 frames, written and read without the bridge's codec, so that both cannot be wrong together. */

export interface BoxFrame {
  readonly address: number;
  readonly seq: number;
  readonly type: string;
  readonly fields: readonly string[];
}

const table = Uint16Array.from({ length: 256 }, (_, index) => {
  let rest = index << 8;
  for (let bit = 0; bit < 8; bit++) rest = (rest & 0x8000) === 0 ? rest << 1 : (rest << 1) ^ 0x1021;
  return rest & 0xffff;
});

export function checkSum(text: string): string {
  let sum = 0xffff;
  for (const byte of Buffer.from(text, 'latin1')) {
    sum = ((sum << 8) & 0xffff) ^ (table[(sum >> 8) ^ byte] ?? 0);
  }
  return sum.toString(16).toUpperCase().padStart(4, '0');
}

const escaped = (field: string): string =>
  encodeURIComponent(field).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** From `$` to the check sum, without the end of the line. */
export function frameText({ address, seq, type, fields }: BoxFrame): string {
  const body = ['Q1', String(address).padStart(2, '0'), seq, type, ...fields.map(escaped)].join(',');
  return `$${body}*${checkSum(body)}`;
}

/** What one line says; undefined where it is not a whole frame of version 1. */
export function readFrame(line: string): BoxFrame | undefined {
  const [, body = '', sum = ''] = /^\$([^$*]*)\*([0-9A-Fa-f]{4})$/.exec(line) ?? [];
  if (sum === '' || checkSum(body) !== sum.toUpperCase()) return undefined;
  const [version, address, seq, type, ...fields] = body.split(',');
  if (version !== 'Q1' || type === undefined) return undefined;
  try {
    return { address: Number(address), seq: Number(seq), type, fields: fields.map(decodeURIComponent) };
  } catch {
    return undefined;
  }
}
