/** The sections of the supervisor's page; the address names the one on show, so that it can be kept and shared. */
export const sections = [
  'room',
  'bookings',
  'claims',
  'outside',
  'day',
  'figures',
  'fairness',
  'devices',
  'screens',
  'people',
  'settings',
] as const;
export type Section = (typeof sections)[number];

/** `#day`; `#pair=…` is somebody's station waiting in `people`. */
export function sectionOf(hash: string): Section {
  const name = hash.replace(/^#/, '').split('=', 1)[0] ?? '';
  if (name === 'pair') return 'people';
  return sections.find((section) => section === name) ?? 'room';
}
