/** What a board shows beside the calls, by the day and by its part of the building. */
import { expect, test } from 'vitest';
import { shownBeside } from '../../server/domain/views/notices.ts';
import { officeOf, officeText } from '../http/office.ts';

const office = officeOf(`${officeText
  .replace('steps: [documents] }', 'steps: [documents], zone: hall }')
  .replace('number: 3, steps: [interview] }', 'number: 3, steps: [interview], zone: upstairs }')}
notices:
  - { text: Selalu }
  - { text: Dua hari, from: 2026-11-26, until: 2026-11-27 }
  - { text: Di atas, zone: upstairs }
media: [{ file: a.png, still: PT5S }, { file: b.mp4, zone: hall }, { file: gone.webp }]
`);
const media = new Map([
  ['a.png', '/media/a.png?v=1'],
  ['b.mp4', '/media/b.mp4?v=1'],
]);
const texts = (date: string, zone: string | null) =>
  shownBeside(office, { media }, date, zone).notices?.map(({ id }) => id);
const sources = (zone: string | null) =>
  shownBeside(office, { media }, '2026-11-26', zone).media?.map(({ src }) => src);

test('a notice is shown from its first to its last day, both included', () => {
  expect(texts('2026-11-25', 'hall')).toEqual(['Selalu']);
  expect(texts('2026-11-26', 'hall')).toEqual(['Selalu', 'Dua hari']);
  expect(texts('2026-11-27', 'hall')).toEqual(['Selalu', 'Dua hari']);
  expect(texts('2026-11-28', 'hall')).toEqual(['Selalu']);
});

test('a zone’s board shows its own and what is for all; the board of the whole office shows everything', () => {
  expect(texts('2026-12-01', 'upstairs')).toEqual(['Selalu', 'Di atas']);
  expect(texts('2026-12-01', null)).toEqual(['Selalu', 'Di atas']);
  expect(sources('upstairs')).toEqual(['/media/a.png?v=1']);
  expect(sources('hall')).toEqual(['/media/a.png?v=1', '/media/b.mp4?v=1']);
  expect(sources(null)).toEqual(['/media/a.png?v=1', '/media/b.mp4?v=1']);
});

test('a file that is not there is passed over; where nothing is there the view says nothing of it', () => {
  expect(shownBeside(office, { media }, '2026-11-26', 'upstairs').media).toEqual([
    { src: '/media/a.png?v=1', kind: 'picture', still: 5000 },
  ]);
  expect(shownBeside(office, {}, '2026-11-26', null)).not.toHaveProperty('media');
});
