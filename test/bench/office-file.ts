/** The office that is measured: one step, thirty counters, always open, no quota. */

export const serviceIds = ['s1', 's2', 's3', 's4'];

/** Midnight ends every visit, so the office is where midnight is at least half a day or so away. */
function timeZone(now: Date): string {
  return now.getUTCHours() < 12 ? 'Asia/Makassar' : 'Africa/Abidjan';
}

/** No refractory time: the bench wants each press to call, and presses faster than any hand. */
export function officeFile(counters: number, now: Date): string {
  const services = serviceIds.map((id, index) => {
    const prefix = String.fromCharCode(65 + index);
    return `  - { id: ${id}, prefix: ${prefix}, name: { id: Layanan ${prefix} }, steps: [desk], promise: PT8H }`;
  });
  const rows = Array.from({ length: counters }, (_, index) => {
    return `  - { number: ${index + 1}, steps: [desk], zone: hall }`;
  });
  return [
    'id: bench',
    'name: Bench',
    `timeZone: ${timeZone(now)}`,
    'languages: [id]',
    'hours: { mon-sun: [00:00-24:00] }',
    'steps:',
    '  - { id: desk, name: { id: Meja } }',
    'services:',
    ...services,
    'lanes:',
    '  - { id: regular }',
    'counters:',
    ...rows,
    'calling: { refractory: PT0S }',
    '',
  ].join('\n');
}
