/** OT1, OT3: what was done out of turn, by date; and the note with which the head of the office closes an entry. */
import { z } from 'zod';
import { noteBody } from '../../contract/http-day.ts';
import { localDate } from '../../contract/values.ts';
import type { DomainEvent } from '../../domain/events.ts';
import { outOfTurnOn, outOfTurnToday, outOfTurnTypes } from '../../domain/views/out-of-turn.ts';
import { queryOf } from './query.ts';
import { api, ask, type Context, type Route, reply, route } from './route.ts';

const wanted = z.strictObject({ date: localDate.optional() });

export const outOfTurnRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: `${api}/out-of-turn`,
    roles: ['supervisor'],
    keyed: false,
    async handle(call, context) {
      const asked = queryOf(call, wanted);
      if (!asked.ok) return asked.reply;
      const { state } = context.hub;
      const { date = state.day.date } = asked.query;
      if (date === state.day.date) return reply(200, outOfTurnToday(state));
      const events = await eventsOf(context, date);
      return reply(200, outOfTurnOn(context.hub.state, date, events));
    },
  }),
  route({
    method: 'post',
    path: `${api}/out-of-turn/:id/close`,
    roles: ['supervisor'],
    body: noteBody,
    keyed: true,
    handle({ params: { id = '' }, body: { note }, from }, context) {
      const command = { type: 'CloseException', id, note, by: from.account } as const;
      return ask(context, command, from, (answer) => reply(200, answer), ['unknown-exception']);
    },
  }),
];

const pageSize = 1000;

async function eventsOf({ history }: Context, date: string): Promise<DomainEvent[]> {
  const events: DomainEvent[] = [];
  for (let after = 0; ; ) {
    const page = await history(`day:${date}`, { after, most: pageSize, types: outOfTurnTypes });
    events.push(...page.map(({ event }) => event));
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return events;
    after = last.seq;
  }
}
