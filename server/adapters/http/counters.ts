/** Actions at a counter: each is a route of its own, and becomes the same command that a press becomes. */
import type { z } from 'zod';
import { type CounterActionName, counterActions } from '../../contract/http.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import type { CounterCommand } from '../../domain/commands.ts';
import { counterIn, isThere } from './counter-path.ts';
import { api, ask, type Call, type Context, problem, type Reply, type Route, reply, route } from './route.ts';

type Body<A extends CounterActionName> = z.infer<(typeof counterActions)[A]>;
type Action = Exclude<CounterActionName, 'return'>;

/** What is left out of a body is left out of the command. */
type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };
function given<T extends object>(body: T): Given<T> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Given<T>;
}

const commands: { readonly [A in Action]: (counter: number, body: Body<A>) => CounterCommand } = {
  open: (counter, body) => ({ type: 'OpenCounter', counter, ...given(body) }),
  pause: (counter, { until, ...body }) => ({
    type: 'PauseCounter',
    counter,
    ...given(body),
    ...(until === undefined ? {} : { until: Date.parse(until) }),
  }),
  close: (counter, body) => ({ type: 'CloseCounter', counter, ...given(body) }),
  next: (counter) => ({ type: 'CallNext', counter }),
  call: (counter, body) => ({ type: 'CallTicket', counter, ...given(body) }),
  recall: (counter, body) => ({ type: 'RecallTicket', counter, ...given(body) }),
  start: (counter, body) => ({ type: 'StartVisit', counter, ...given(body) }),
  done: (counter, body) => ({ type: 'FinishStep', counter, ...given(body) }),
  'no-show': (counter, body) => ({ type: 'MarkNoShow', counter, ...given(body) }),
  hold: (counter, body) => ({ type: 'HoldVisit', counter, ...given(body) }),
  transfer: (counter, body) => ({ type: 'TransferVisit', counter, ...given(body) }),
  incomplete: (counter, body) => ({ type: 'SendAway', counter, ...given(body) }),
  undo: (counter) => ({ type: 'UndoAction', counter }),
  describe: (counter, body) => ({ type: 'DescribeVisit', counter, ...given(body) }),
};

type Handle<A extends CounterActionName> = (
  counter: number,
  call: Call<Body<A>>,
  context: Context,
) => Promise<Reply>;

function counterRoute<A extends CounterActionName>(action: A, handle: Handle<A>): Route {
  return route<Body<A>>({
    method: 'post',
    path: `${api}/counters/:n/${action}`,
    roles: ['counter', 'supervisor'],
    ownCounter: true,
    body: counterActions[action] as unknown as z.ZodType<Body<A>>,
    keyed: true,
    handle(call, context) {
      const counter = counterIn(call);
      return counter === null ? problem('unknown-counter', { status: 404 }) : handle(counter, call, context);
    },
  });
}

/** A transfer names a counter in its body too: only when the one in the path is not there, is it 404. */
const missingFrom = (command: CounterCommand, context: Context): RefusalCode[] =>
  command.type === 'TransferVisit' && isThere(context, command.counter) ? [] : ['unknown-counter'];

const actionRoute = <A extends Action>(action: A): Route =>
  counterRoute(action, (counter, { body, from }, context) => {
    const command = commands[action](counter, body);
    return ask(context, command, from, (answer) => reply(200, answer), missingFrom(command, context));
  });

const actions = (Object.keys(counterActions) as CounterActionName[]).filter((name) => name !== 'return');

export const counterRoutes: readonly Route[] = [
  ...actions.map((action) => actionRoute(action)),
  counterRoute('return', async (counter, { body: { ticket }, from }, context) => {
    // The visit is taken back, not the counter's: the hub does not look at the counter.
    if (!isThere(context, counter)) return problem('unknown-counter', { status: 404 });
    const command = { type: 'ReturnVisit', ticket, counter } as const;
    return ask(context, command, from, ({ number }) => reply(200, { counter, ticket: number }));
  }),
];
