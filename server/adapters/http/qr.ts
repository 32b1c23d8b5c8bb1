/** A QR code as one path, which a page draws itself: no picture is fetched, and nothing of ours is drawn as markup. */
import { create } from 'qrcode';
import type { QrCode } from '../../contract/http-people.ts';

/** One stroke for each run of dark modules in a row. */
export function qrOf(text: string): QrCode {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let from = 0; from < size; from += 1) {
      let to = from;
      while (to < size && data[row * size + to]) to += 1;
      if (to > from) path += `M${from} ${row}h${to - from}v1h${from - to}z`;
      from = to;
    }
  }
  return { size, path };
}
