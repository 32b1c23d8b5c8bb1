/** A QR code as one path. Its encoder is fetched only by the page that shows one, so that the others stay light. */
import type { QrCode } from '../../server/contract/http-people.ts';

/** One stroke for each run of dark modules in a row. */
export async function qrOf(text: string): Promise<QrCode> {
  const { create } = await import('qrcode');
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const strokes: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let from = 0; from < size; from += 1) {
      let to = from;
      while (to < size && data[row * size + to]) to += 1;
      if (to > from) strokes.push(`M${from} ${row}h${to - from}v1h${from - to}z`);
      from = to;
    }
  }
  return { size, path: strokes.join('') };
}

/** What a code's QR says: its page where phones can reach one, and otherwise the code alone, which stations read. */
export function qrText(kind: 't' | 'b', code: string): string {
  return location.protocol === 'https:' ? `${location.origin}/${kind}/${code}` : code;
}
