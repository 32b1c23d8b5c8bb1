/** The desk in the states that an officer meets in a day. */
import type { DeskView } from '../../server/contract/views-desk.ts';
import { at, callingDesk, idleDesk, office, servingDesk } from './scenes.ts';

const visit = (of: DeskView): NonNullable<DeskView['current']> => {
  if (!of.current) throw new Error('nobody is at the counter');
  return of.current;
};

/** In the middle of an interview, well within the promise. */
export const interviewing: DeskView = {
  ...callingDesk,
  current: {
    ...visit(callingDesk),
    code: 'code-B-107',
    number: 'B-107',
    state: 'serving',
    times: 1,
    needs: [],
    calledAt: at('10:12:40'),
    startedAt: at('10:13:20'),
    promiseAt: at('11:02'),
  },
  undo: { action: 'start', until: at('10:20:24') },
};

/** The promise was for a quarter of an hour ago. */
export const overdue: DeskView = {
  ...interviewing,
  current: { ...visit(callingDesk), state: 'serving', startedAt: at('10:08'), promiseAt: at('10:04:30') },
  undo: null,
};

export const manyNeeds: DeskView = {
  ...callingDesk,
  current: {
    ...visit(callingDesk),
    needs: ['deaf', 'wheelchair', 'interpreter'],
    people: 4,
    unverified: true,
    sameIdentity: ['A-031'],
  },
};

/** The sand has run out. */
export const tooLate: DeskView = {
  ...servingDesk,
  current: {
    ...visit(servingDesk),
    startedAt: at('10:17:02'),
    handover: { startedAt: at('10:17:02'), endsAt: at('10:19:02'), state: 'broken' },
    claim: 'k1',
  },
  claims: [{ id: 'k1', number: 'C-018' }],
};

export const incompleteDesk: DeskView = {
  ...callingDesk,
  current: {
    ...visit(callingDesk),
    things: [
      { id: 'id-card', name: { id: 'KTP asli', en: 'Identity card, the original' } },
      { id: 'family-card', name: { id: 'Kartu keluarga', en: 'Family card' } },
      { id: 'old-passport', name: { id: 'Paspor lama', en: 'Old passport' } },
    ],
  },
};

export const emptyDesk: DeskView = { ...idleDesk, next: [], waiting: 0, aside: [] };
export const closedDesk: DeskView = { ...emptyDesk, state: 'closed', officer: null };
export const prayerDesk: DeskView = {
  ...idleDesk,
  state: 'paused',
  pause: { reason: 'prayer', until: at('10:35') },
};
export const rehearsingDesk: DeskView = { ...callingDesk, office: { ...office, rehearsal: true } };
