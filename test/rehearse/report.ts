/** The summary as text for people. */
import { besideRows } from './report-beside.ts';
import type { Spread, Summary } from './summary.ts';
import type { Difference } from './tally/difference.ts';

const mostDifferences = 20;
/** Further behind than this, in milliseconds of the office's time, is said. */
const muchLate = 60_000;

export function asText(summary: Summary): string {
  const { day, visits, calls, waits, promises, handovers, accepted, refused, compared, differences } =
    summary;
  const timed = handovers.kept + handovers.broken + handovers.undecided;
  const lines = [
    `${day.kind === 'recorded' ? 'Recorded' : 'Invented'} day ${day.date} of ${day.office}: ${day.people} people, ${day.counters} counters`,
    row('speed', speedOf(summary)),
    row(
      'numbers',
      `${visits.issued} given: ${visits.served} served, ${visits.noShow} did not come, ${visits.incomplete} sent away, ${visits.cancelled} went home, ${visits.unfinished} unfinished`,
    ),
    row(
      'calls',
      `${calls.made}, of them ${calls.takenBack} taken back; ${listOf(accepted, ['recall', 'hold', 'transfer', 'undo', 'return', 'pause'])}`,
    ),
    row('waits', waits ? inWords(waits) : 'nobody was called'),
    row(
      'promises',
      `${promises.kept} kept, ${promises.broken} broken, ${promises.lapsed} lapsed, ${promises.undecided} open or too near to tell`,
    ),
    ...(timed > 0
      ? [
          row(
            'hand-overs',
            `${handovers.kept} in time, ${handovers.broken} too long, ${handovers.undecided} open or too near to tell`,
          ),
        ]
      : []),
    ...(Object.keys(refused).length > 0 ? [row('refused', listOf(refused, Object.keys(refused)))] : []),
    ...(summary.door ? [row('door', doorOf(summary.door))] : []),
    ...(summary.beside ? besideRows(summary.beside).map(([name, text]) => row(name, text)) : []),
    ...replayOf(summary),
    row(
      'compared',
      `${compared.events} events of the journal with ${compared.announcements} announcements, ${compared.boardTexts} board texts, ${compared.views} views, ${compared.phones} phones`,
    ),
    ...summary.notes.slice(0, 8).map((note) => row('recording', note)),
    ...verdictOf(differences),
  ];
  return lines.join('\n');
}

const row = (name: string, text: string): string => `  ${name.padEnd(11)} ${text}`;

const listOf = (counts: Readonly<Record<string, number>>, names: readonly string[]): string =>
  names.map((name) => `${name} ${counts[name] ?? 0}`).join(', ');

function speedOf({ speed: { asked, played, late, limited, leftOut } }: Summary): string {
  const factor = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)}x`;
  const behind = `late by ${span(late.median)} (median), ${span(late.p99)} (99 of 100), ${span(late.most)} at most, of the office's time`;
  const why = [
    limited > 0 ? `; the hub slowed the kiosks down ${limited} times` : '',
    leftOut > 0 ? `; ${leftOut} parts of the plan were left out, too near to midnight at this speed` : '',
  ].join('');
  if (played < asked * 0.98)
    return `COULD NOT KEEP UP: played at ${factor(played)} instead of ${factor(asked)}, ${behind}${why}`;
  const pace = late.p99 > muchLate ? `${factor(asked)}, but FELL BEHIND at times` : factor(asked);
  return `${pace}, ${behind}${why}`;
}

const doorOf = ({ readings, admitted, referred, left, inside, full }: NonNullable<Summary['door']>): string =>
  `${readings} readings, ${admitted} people let in, ${referred} referred, ${left} left, ${inside} inside at the end; full ${full} times`;

function replayOf({ replay }: Summary): string[] {
  if (!replay?.recorded || !replay.replayed || !replay.apart) return [];
  const missing = replay.missing > 0 ? `; ${replay.missing} recorded calls were not replayed` : '';
  return [
    row('recorded', `waits ${inWords(replay.recorded)}`),
    row(
      'replayed',
      `waits ${inWords(replay.replayed)}; apart by ${span(replay.apart.median)} (median), ${span(replay.apart.longest)} at most${missing}`,
    ),
  ];
}

const inWords = ({ median, p90, longest, count }: Spread): string =>
  `${span(median)} (median), ${span(p90)} (9 of 10), ${span(longest)} (longest) of ${count}`;

/** `1:05:30`, or seconds where it is less than a minute. */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 60) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

function verdictOf(differences: readonly Difference[]): string[] {
  if (differences.length === 0)
    return ['', 'No difference between what was shown and what the journal says.'];
  const listed = differences
    .slice(0, mostDifferences)
    .map(({ where, seen, journal }) => `  ${where}\n    seen: ${seen}\n    journal: ${journal}`);
  const more = differences.length - listed.length;
  return [
    '',
    `${differences.length} DIFFERENCES between what was shown and what the journal says:`,
    ...listed,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
