/** Only what every receipt printer can print: ASCII. Typographic signs get their plain ones, commands become spaces. */

const plain: Readonly<Record<string, string>> = {
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '·': '-',
  '•': '*',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  ʻ: "'",
  ʼ: "'",
  '×': 'x',
  '→': '->',
  '±': '+/-',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
};

/**
 * Names come from the office file and from booked people's data: a byte that the printer takes for a command
 * (ESC, DLE, GS, …) must not reach it, so everything that is not printable ASCII is replaced.
 */
export function printable(text: string): string {
  return Array.from(text.normalize('NFKC'), (letter) => plain[letter] ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Cf}]/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .replace(/[^ -~]/gu, '?')
    .trim();
}

/** Lines of at most `width` letters, broken between words; only a word longer than a line is cut. */
export function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((long) => pieces(long, width))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

const pieces = (word: string, width: number): string[] =>
  word.length <= width
    ? [word]
    : Array.from({ length: Math.ceil(word.length / width) }, (_, at) =>
        word.slice(at * width, (at + 1) * width),
      );
