/** The office of the stories: several steps, an hourglass, two lanes, and a clock far from midnight. */

const steps = [
  'steps:',
  '  - { id: documents, name: { id: Berkas, en: Document check }, incomplete: { reasons: [missing, no-original] } }',
  '  - { id: interview, name: { id: Wawancara, en: Interview } }',
  '  - { id: handover, name: { id: Penyerahan, en: Hand-over }, within: PT10M, otherwise: free }',
  // Too short for anybody: whoever is served here has nothing to pay.
  '  - { id: car, name: { id: Lantatur, en: Car hand-over }, within: PT1S, otherwise: free }',
];

const services = [
  'services:',
  '  - { id: passport, prefix: A, name: { id: Paspor, en: Passport }, steps: [documents, interview], promise: PT2H }',
  '  - { id: collection, prefix: C, name: { id: Pengambilan, en: Collection }, steps: [handover], promise: PT30M, until: called }',
  '  - { id: drive-thru, prefix: D, name: { id: Lantatur, en: Drive-thru }, steps: [car], promise: PT1H, inside: false }',
];

const rest = [
  'lanes:',
  '  - { id: regular, name: { id: Umum, en: Regular } }',
  '  - { id: priority, prefix: P, name: { id: Prioritas, en: Priority }, for: [elderly, pregnant], promise: PT30M, first: true }',
  'counters:',
  '  - { number: 1, steps: [documents] }',
  '  - { number: 2, steps: [documents] }',
  '  - { number: 3, steps: [interview] }',
  '  - { number: 4, steps: [handover] }',
  '  - { number: 5, steps: [car] }',
  'calling: { refractory: PT0S, recallAfter: PT0S, noShowAfter: 1, noShowWait: PT0S, returnAfter: 1, undoWithin: PT10M }',
];

/** @param more lines of the office file */
export function storyOffice(...more: string[]): string {
  const head = [
    'id: cerita',
    'name: { id: Kantor Cerita, en: Story Office }',
    'timeZone: Asia/Makassar',
    'languages: [id, en]',
    'hours: { mon-sun: [00:00-24:00] }',
  ];
  return [...head, ...more, ...steps, ...services, ...rest, ''].join('\n');
}
