/** How large files are, in the reader's language: `1,5 MB`. */

export function sizeIn(bytes: number, language: string): string {
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  const isLarge = amount >= 1000;
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isLarge ? 'gigabyte' : unit,
    unitDisplay: 'short',
    maximumFractionDigits: unit === 'kilobyte' ? 0 : 1,
  });
  return format.format(isLarge ? amount / 1000 : Math.max(unit === 'kilobyte' ? 1 : 0, amount));
}
