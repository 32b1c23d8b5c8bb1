/** How events make the papers of a day. PA6: no paper hinders an undo, and no undo takes one back. */
import type { Day } from '../day.ts';
import { visitOf } from '../put.ts';
import { changeBeside } from '../put-beside.ts';
import type { PaperEvent } from './paper-events.ts';

export function applyPapers(day: Day, event: PaperEvent): void {
  const { code } = event;
  switch (event.type) {
    case 'PaperAsked': {
      const { kind, nth, copy, station, at: askedAt, link } = event;
      const paper = { kind, nth, copy, station, askedAt, state: 'asked', printer: null } as const;
      changeBeside(day, code, { paper, ...(link === undefined ? {} : { link }) });
      return;
    }
    case 'PaperNoted': {
      const { paper } = visitOf(day, code);
      const { state, printer } = event;
      if (paper?.nth === event.nth) changeBeside(day, code, { paper: { ...paper, state, printer } });
      return;
    }
    case 'PaperSettled': {
      const { paper } = visitOf(day, code);
      if (paper?.nth === event.nth) changeBeside(day, code, { paper: { ...paper, settled: true } });
      return;
    }
  }
}
