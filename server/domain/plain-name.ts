/** Names of people as they are compared: keyboards differ in how they write the same letter, and people in spaces and capitals. */
export const plainName = (text: string): string =>
  text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
