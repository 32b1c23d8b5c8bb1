/** English: what the board above a counter says. */
import type { CounterTexts } from './id.ts';

export const texts: CounterTexts = {
  please: 'Please come',
  here: 'Number at this counter',
  ready: 'Ready to serve',
  paused: 'Back shortly',
  closed: 'Counter closed',
  closedHint: 'Please see the lobby board',
  timeLeft: 'Time left',
  almostOver: 'Almost over',
  lastSeconds: 'Last seconds',
  timeOver: 'Time is up',
  notHeard: 'Waiting to reconnect',
  orFree: (span) => `Over ${span}: free of charge`,
  promised: (span) => `Promised in ${span}`,
  keptIn: (time) => `done in ${time}`,
  freeWhy: 'It took longer than promised: nothing to pay',
  over: 'OVERDUE',
  overWhy: 'Sorry, it took longer than promised',
};
