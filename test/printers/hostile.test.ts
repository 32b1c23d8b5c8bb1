/** Names with anything in them: what reaches the printer is text, one paper, one cut. */
import { expect, test } from 'vitest';
import { bytesOfPaper } from '../../server/adapters/printers/layout/bytes-of-paper.ts';
import { decode } from './decode.ts';
import { slip, ticket } from './papers.ts';

const { office } = ticket().view;

test.each<[string, string]>([
  ['printer commands', '\u001b@\u001dV\u0000\u0010\u0004\u0001\u001bp0\u007f\u0000A\r\nB'],
  ['letters written from right to left', '\u202eجواز سفر\u202c'],
  ['pictures', '🛂🛂🛂 paspor'],
  ['5,000 letters', 'panjang '.repeat(625)],
  ['signs that become many letters', '\ufdfa'.repeat(400)],
  ['nothing', ''],
])('a hostile name is only text: %s', (_what, text) => {
  const name = { id: text, en: text };
  const paper = slip(
    {
      office: { ...office, name },
      serviceName: name,
      number: text.slice(0, 64),
      shortCode: text.slice(0, 16),
      reasons: [text],
      state: 'incomplete',
      bring: [{ id: 'x', name }],
    },
    { url: `http://x/\u001dV\u0000` },
  );
  for (const columns of [32, 42, 48] as const) {
    const bytes = bytesOfPaper(paper, columns, () => name);
    const { cuts, qr } = decode(bytes);
    expect({ cuts, qr }).toEqual({ cuts: 1, qr: [] });
    expect(bytes.length).toBeLessThan(20_000);
  }
});
