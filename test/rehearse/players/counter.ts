/** A counter as its officer works it: the keys of the box, and the desk's screen for what no key says. */
import type { KeyName, PressResult } from '../../../server/contract/devices.ts';
import type { IdentityAnswer } from '../../../server/contract/http-bookings.ts';
import type { Api } from '../hub/api.ts';
import type { SeenIdentity } from '../tally/beside.ts';
import type { Acted } from '../tally/seen.ts';
import type { Tally } from '../tally/tally.ts';
import type { Box } from './box.ts';
import type { OfficeClock } from './office-clock.ts';

/** `ticket` is the number answered, or null; `refused` why it was not done, or null. */
export interface Outcome {
  readonly ticket: string | null;
  readonly refused: string | null;
}

export interface Counter {
  readonly number: number;
  press(key: KeyName & Acted['action'], arg?: string | number): Promise<Outcome>;
  /** Presses `next` twice at once. */
  pressTwice(): Promise<Outcome>;
  /** The last press comes a second time, as from a box that did not hear that it had arrived. */
  redeliver(): Promise<void>;
  /** Presses while the line is lost; the answer comes when it is back. */
  pressUnheard(key: KeyName & Acted['action']): Promise<Outcome>;
  /** At the desk's screen: the visit is sent away with a reason, and with what to bring. */
  sendAway(reason: string, bring: readonly string[]): Promise<Outcome>;
  /** At the desk's screen: the visitor has chosen the hourglass. */
  startTimed(): Promise<Outcome>;
  /** At the desk's screen: whether somebody with this identity number has another number. */
  showIdentity(ticket: string, identity: string): Promise<void>;
  /** At the desk's screen: what the office asks of every visit once. */
  describe(ticket: string, choices: Readonly<Record<string, string>>): Promise<void>;
}

interface Around {
  readonly box: Box;
  readonly desk: Api;
  readonly clock: OfficeClock;
  readonly tally: Tally;
  /** Null: nobody is asked. */
  readonly identities: SeenIdentity[] | null;
  fault(what: string): void;
}

export function createCounter(
  number: number,
  { box, desk, clock, tally, identities, fault }: Around,
): Counter {
  let last: PressResult | null = null;

  type Key = KeyName & Acted['action'];

  async function heard(
    key: Key,
    from: number,
    answer: Promise<PressResult>,
    again = false,
  ): Promise<Outcome> {
    const result = await answer;
    last = result;
    return noted(key, from, result.ok ? { ticket: result.ticket } : result.error.code, again);
  }

  async function noted(
    action: Acted['action'],
    from: number,
    done: { ticket: string | null } | string,
    again = false,
    timed = false,
  ): Promise<Outcome> {
    if (typeof done === 'string') {
      tally.refused(action, done);
      return { ticket: null, refused: done };
    }
    await tally.acted({
      counter: number,
      action,
      ticket: done.ticket,
      span: { from, to: clock.now() },
      again,
      timed,
    });
    return { ...done, refused: null };
  }

  return {
    number,
    press: (key, arg) => heard(key, clock.now(), box.press(key, arg)),
    async pressTwice() {
      const from = clock.now();
      const both = [box.press('next'), box.press('next')] as const;
      const first = heard('next', from, both[0]);
      const second = heard('next', from, both[1], true);
      const [before, after] = await Promise.all([first, second]);
      return after.refused === null ? after : before;
    },
    async redeliver() {
      const before = JSON.stringify(last);
      const after = JSON.stringify(await box.redeliver());
      if (before !== after)
        fault(`counter ${number}: a press sent again was answered ${after}, before ${before}`);
    },
    async pressUnheard(key) {
      const from = clock.now();
      const answer = box.press(key);
      box.lose();
      await box.connect();
      return heard(key, from, answer);
    },
    async sendAway(reason, bring) {
      const body = { reasons: [reason], ...(bring.length > 0 ? { bring } : {}) };
      return atDesk('incomplete', body);
    },
    startTimed: () => atDesk('start', { timed: true }),
    async showIdentity(ticket, identity) {
      const from = clock.now();
      const { status, body } = await desk.ask('POST', `/counters/${number}/identity`, {
        ticket,
        number: identity,
      });
      const span = { from, to: clock.now() };
      identities?.push({ ticket, identity, span, status, answer: body as unknown as IdentityAnswer });
    },
    async describe(ticket, choices) {
      const { status, body } = await desk.ask('POST', `/counters/${number}/describe`, { ticket, choices });
      if (status === 200) tally.said.described(ticket, choices);
      else tally.refused('describe', String(body.code ?? status));
    },
  };

  async function atDesk(action: 'incomplete' | 'start', body: object): Promise<Outcome> {
    const from = clock.now();
    const { status, body: answer } = await desk.ask('POST', `/counters/${number}/${action}`, body);
    const { ticket, code } = answer;
    const done =
      status === 200 ? { ticket: typeof ticket === 'string' ? ticket : null } : String(code ?? status);
    return noted(action, from, done, false, action === 'start');
  }
}
