/** What an intent comes to at the desk as it is: a question to the officer first, or an action at once. */
import type { CounterActionName } from '../../server/contract/http.ts';
import type { DeskView } from '../../server/contract/views-desk.ts';
import { type Intent, ticketOf } from './keys.ts';
import { isOutOfTurn, type Question } from './question.ts';

/** What is neither an action of the counter nor a question. */
export type Errand = 'slip' | 'slip-page' | 'paid';

export type Meaning =
  | { readonly question: Question }
  | { readonly errand: Errand }
  | { readonly action: CounterActionName; readonly body?: Readonly<Record<string, unknown>> };

const ask = (question: Question): Meaning => ({ question });

/** A ticket by its number, as written. */
export const meaningOfCall = (view: DeskView, ticket: string): Meaning =>
  isOutOfTurn(view, ticket) ? ask({ ask: 'out-of-turn', ticket }) : { action: 'call', body: { ticket } };

/** That of the visit here first; otherwise the oldest that began here. */
const claimAt = ({ current, claims }: DeskView): DeskView['claims'][number] | null =>
  current?.claim ? { id: current.claim, number: current.number } : (claims[0] ?? null);

/** The first that is not answered, or else the first of all. */
const listToAsk = ({ lists }: DeskView): string | null =>
  (lists.find(({ chosen }) => chosen === null) ?? lists[0])?.list ?? null;

/** Null: it means nothing now. */
export function meaningOf(view: DeskView, intent: Intent): Meaning | null {
  const { current } = view;
  if (intent.do === 'call' && 'number' in intent) {
    const numbers = [...view.next, ...view.aside].map(({ number }) => number);
    return meaningOfCall(view, ticketOf(intent.number, numbers));
  }
  // What the large key says: a counter that is not open is opened first.
  if (intent.do === 'next' && view.state !== 'open') return { action: 'open' };
  if (intent.do === 'return' && 'number' in intent) {
    const ticket = ticketOf(
      intent.number,
      view.aside.map(({ number }) => number),
    );
    const mayReturn = view.aside.some(({ number, state }) => number === ticket && state !== 'held');
    return mayReturn ? { action: 'return', body: { ticket } } : null;
  }
  if (intent.do === 'ask-transfer') return current && ask({ ask: 'transfer' });
  if (intent.do === 'ask-incomplete')
    return current && current.reasons.length > 0 ? ask({ ask: 'incomplete' }) : null;
  if (intent.do === 'ask-open') return ask({ ask: 'open' });
  if (intent.do === 'ask-pause') return view.state === 'open' ? ask({ ask: 'pause' }) : { action: 'open' };
  if (intent.do === 'ask-booking') return ask({ ask: 'booking' });
  if (intent.do === 'ask-identity')
    return current && current.reasons.length > 0 ? ask({ ask: 'identity' }) : null;
  if (intent.do === 'ask-list') {
    const list = 'list' in intent && intent.list !== undefined ? intent.list : listToAsk(view);
    return list === null ? null : ask({ ask: 'list', list });
  }
  if (intent.do === 'ask-claim') {
    const claim = claimAt(view);
    return claim && ask({ ask: 'claim', claim });
  }
  if (intent.do === 'paid') return view.slip && { errand: 'paid' };
  // On the counter's printer where it has one; the page can be printed by the browser.
  if (intent.do === 'show-slip') return view.slip && { errand: view.papers?.prints ? 'slip' : 'slip-page' };
  if (intent.do === 'slip-page') return view.slip && { errand: 'slip-page' };
  if (intent.do === 'start' && current?.mayBeTimed) return ask({ ask: 'start' });
  if (intent.do === 'done' && current && current.outcomes.length > 0) return ask({ ask: 'outcome' });
  return { action: intent.do };
}
