/** Lists and their choices have ids alone in the office file: as people would write them. */
export function readable(id: string): string {
  const text = id.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
