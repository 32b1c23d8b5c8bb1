/** How every visit ended, what was promised to it, and how many there were of each kind. */
import { type Difference, one, whenOf } from './difference.ts';
import { handoversOf, promiseOf, type Verdict } from './promises.ts';
import type { Recorded, RecordedState } from './recorded.ts';
import type { SeenVisit } from './seen.ts';
import type { Tally } from './tally.ts';

export function compareOutcomes(tally: Tally, recorded: Recorded, slack: number): Difference[] {
  const codes = new Set([...tally.visits.keys(), ...recorded.visits.keys()]);
  const end = endOf(tally);
  const ofVisits = [...codes].flatMap((code) =>
    compareVisit(tally.visits.get(code), recorded.visits.get(code), recorded, end, slack),
  );
  return [...ofVisits, ...compareCounters(tally, recorded), ...compareKinds(tally, recorded)];
}

/** The last moment at which we saw anything happen. */
export const endOf = ({ visits }: Tally): number =>
  [...visits.values()].reduce((last, { changes }) => Math.max(last, changes.at(-1)?.span.to ?? 0), 0);

function compareVisit(
  own: SeenVisit | undefined,
  theirs: RecordedState | undefined,
  recorded: Recorded,
  end: number,
  slack: number,
): Difference[] {
  if (!own || !theirs) {
    const number = own?.number ?? theirs?.number ?? '';
    return [
      {
        where: `number ${number}`,
        seen: own ? 'given' : 'never given',
        journal: theirs ? 'given' : 'never given',
      },
    ];
  }
  const where = `number ${own.number}`;
  const inWords = ({ number, service, people, state, counter }: SeenVisit | RecordedState): string =>
    `${number} for ${service}, ${people} people, ${state}${state === 'called' || state === 'serving' ? ` at ${counter}` : ''}`;
  return [
    ...one(where, inWords(own), inWords(stateOf(theirs, own))),
    ...whenOf(`${where}, given`, own.taken, theirs.takenAt, slack),
    ...comparePromise(where, promiseOf(own, end, slack), theirs, recorded),
    ...compareHandovers(where, handoversOf(own, end, slack), recorded.brokenHandovers.get(own.code) ?? 0),
  ];
}

/** Who is open when the day ends is unfinished then; that comes after what we saw. */
function stateOf(theirs: RecordedState, own: SeenVisit): RecordedState {
  const isAfter =
    theirs.state === 'unfinished' && ['waiting', 'called', 'serving', 'held'].includes(own.state);
  return isAfter ? { ...theirs, state: own.state, counter: own.counter } : theirs;
}

function comparePromise(
  where: string,
  own: Verdict,
  theirs: RecordedState,
  recorded: Recorded,
): Difference[] {
  if (own === 'close' || own === 'open') return [];
  const isBroken = recorded.brokenPromises.has(theirs.code);
  const keptAt = theirs.until === 'called' ? theirs.firstCalledAt : theirs.doneAt;
  const isKept = !isBroken && theirs.promiseAt !== null && keptAt !== null && keptAt <= theirs.promiseAt;
  const journal = isBroken ? 'broken' : isKept ? 'kept' : 'neither';
  return one(`${where}: promise`, own === 'kept' || own === 'broken' ? own : 'neither', journal);
}

function compareHandovers(where: string, own: readonly Verdict[], broken: number): Difference[] {
  const sure = own.filter((verdict) => verdict === 'broken').length;
  const possible = sure + own.filter((verdict) => verdict === 'close' || verdict === 'open').length;
  if (broken >= sure && broken <= possible) return [];
  return [{ where: `${where}: hand-overs that took too long`, seen: String(sure), journal: String(broken) }];
}

function compareCounters({ counters, visits }: Tally, recorded: Recorded): Difference[] {
  return [...counters].flatMap(([number, { state, current }]) => {
    const theirs = recorded.counters.get(number);
    const seen = `${state}, ${visits.get(current ?? '')?.number ?? 'nobody'}`;
    const journal = `${theirs?.state ?? 'closed'}, ${recorded.visits.get(theirs?.current ?? '')?.number ?? 'nobody'}`;
    return one(`counter ${number}, at the end`, seen, journal);
  });
}

/** How often each action was accepted, against how often its event is in the journal. */
const kinds = {
  ticket: 'TicketTaken',
  recall: 'TicketRecalled',
  start: 'VisitStarted',
  no_show: 'VisitMissed',
  hold: 'VisitHeld',
  transfer: 'VisitTransferred',
  incomplete: 'VisitSentAway',
  undo: 'ActionUndone',
  open: 'CounterOpened',
  pause: 'CounterPaused',
  close: 'CounterClosed',
  return: 'VisitReturned',
  cancel: 'VisitCancelled',
} as const;

function compareKinds({ accepted }: Tally, recorded: Recorded): Difference[] {
  return Object.entries(kinds).flatMap(([action, type]) =>
    one(`how often: ${action}`, String(accepted.get(action) ?? 0), String(recorded.kinds.get(type) ?? 0)),
  );
}
