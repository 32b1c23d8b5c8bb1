/** A list of bookings of another system: read, then taken in part by part, so that nobody at a counter waits for it. */
import { z } from 'zod';
import type { Office } from '../../contract/office.ts';
import { importSteps, mostAtomic } from './import-steps.ts';
import type { BookingList, ListWanted } from './parts.ts';
import { queryOf } from './query.ts';
import {
  api,
  asReply,
  type Call,
  type Context,
  problem,
  type Reply,
  type Route,
  reply,
  route,
} from './route.ts';

/** Milliseconds. */
const patience = 600_000;
const flag = z.enum(['0', '1']).optional();
const importQuery = z.strictObject({ atomic: flag, dry: flag });

export const bookingImportRoutes: readonly Route[] = [
  route<Uint8Array>({
    method: 'post',
    path: `${api}/bookings/import`,
    roles: ['supervisor'],
    file: true,
    // A list that is imported again makes no doubles: it needs no key for that.
    keyed: false,
    handle: importList,
  }),
];

async function importList(call: Call<Uint8Array>, context: Context): Promise<Reply> {
  const asked = queryOf(call, importQuery);
  if (!asked.ok) return asked.reply;
  const { request, from } = call;
  const { office } = context.hub.state.calendar;
  if (!office) return problem('not-bookable');
  // A small computer may take minutes for a long list, and says nothing meanwhile.
  request.socket.setTimeout(patience);
  const list = await context.readList(call.body, wantedOf(office));
  if (!list.ok) return unreadable(list);
  const atomic = asked.query.atomic === '1';
  if (atomic && list.lines.length > mostAtomic) return problem('too-large', { most: mostAtomic });
  const steps = importSteps(context, list, {
    ...{ atomic, dryRun: asked.query.dry === '1', overbook: office.bookingList.overbook, from },
    isGone: () => request.socket.destroyed,
  });
  if (request.headers.accept?.includes('application/x-ndjson')) return { status: 200, lines: steps };
  for await (const step of steps) {
    if ('lines' in step) return reply(200, step);
    if ('status' in step) return asReply(step);
  }
  // Nobody waits for it any more.
  return reply(204);
}

/** Any service: of one that cannot be booked each line says so. */
function wantedOf({ bookingList: { columns }, services, lanes }: Office): ListWanted {
  return {
    columns,
    services: services.map(({ id }) => id),
    serviceNames: Object.fromEntries(services.map(({ id, name }) => [id, name])),
    lanes: lanes.map(({ id }) => id),
    laneNames: Object.fromEntries(lanes.map(({ id, name }) => [id, name])),
  };
}

/** The message says what was looked for, and what was found instead. */
const unreadable = ({ message, columns }: Extract<BookingList, { readonly ok: false }>): Reply =>
  problem('malformed', { fields: [{ path: columns === undefined ? '' : 'columns', message }] });
