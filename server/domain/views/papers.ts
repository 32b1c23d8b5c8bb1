/** What staff see of printers and papers. PA9: who may stand there without a number on paper is listed, until the visit is over; PA10: or somebody says that nobody does. */
import type { PaperStation } from '../../contract/paper.ts';
import type { PapersShown, PrinterTrouble } from '../../contract/views-papers.ts';
import type { State } from '../decision.ts';
import { toIso } from '../instant.ts';
import { isOver, type Visit } from '../visit.ts';

/** What the hub's surroundings know of printers. */
export interface PapersAround {
  /** Those that need somebody. */
  troubles(): readonly PrinterTrouble[];
  /** Whether a printer serves the station. */
  serves(station: PaperStation): boolean;
}

/** A screen shows no more than can be printed again in a few minutes. */
const mostLost = 20;

/** @param counter whose slips are shown too; null: none are */
export function papersOf(
  { day, calendar }: State,
  around: PapersAround | undefined,
  role: 'door' | 'counter' | 'supervisor',
  counter: number | null = null,
): { papers?: PapersShown } {
  if (!around) return {};
  const lost: PapersShown['lost'] = [];
  for (const visit of day.visits.values()) {
    const one = lostOf(visit, counter);
    if (one) lost.push(one);
    if (lost.length === mostLost) break;
  }
  const tokens = [...calendar.tokens.values()].filter((one) => one.role === role && one.counter === counter);
  const stations: PaperStation[] = [{ role, token: null }, ...tokens.map(({ id }) => ({ role, token: id }))];
  const prints = stations.some((station) => around.serves(station));
  return { papers: { printers: [...around.troubles()], lost, prints } };
}

function lostOf(visit: Visit, counter: number | null): PapersShown['lost'][number] | null {
  const { paper, link, number } = visit;
  if (paper?.settled || (paper?.state !== 'failed' && paper?.state !== 'unsure')) return null;
  const isShown = paper.kind === 'ticket' ? !isOver(visit) : visit.counter === counter;
  const { kind, state, askedAt } = paper;
  return isShown ? { code: link, number, kind, state, askedAt: toIso(askedAt) } : null;
}
