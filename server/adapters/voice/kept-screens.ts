/** VO13: a file that says which screens were signed in, and until when they were connected. */
import { z } from 'zod';
import { displayId, displayPages } from '../../contract/displays.ts';
import { counterNumber, isoInstant } from '../../contract/values.ts';
import { type Instant, instant, toIso } from '../../domain/instant.ts';
import type { Log } from '../../log.ts';
import { openKeptFile } from './kept-file.ts';
import type { Screen } from './screens.ts';

const fileShape = z.array(
  z.object({
    id: displayId,
    owner: z.string().startsWith('token:').max(100),
    page: z.enum(displayPages).optional(),
    zone: z.string().max(32).nullable().optional(),
    counter: counterNumber.nullable().optional(),
    /** Null: it was connected when this was written. */
    leftAt: isoInstant.nullable(),
  }),
);

export interface KeptScreens {
  readonly screens: readonly Screen[];
  /** Written where something of it has changed. */
  keep(screens: Iterable<Screen>): void;
  /** The hub ends, and with it every connection. */
  close(screens: Iterable<Screen>, at: Instant): void;
}

/**
 * @param folder null: nothing is kept
 * @param lastAlive when the hub was last alive; until then those were connected that never left
 */
export function openKeptScreens(
  folder: string | null,
  lastAlive: Instant | null,
  log: Pick<Log, 'warn'>,
): KeptScreens {
  const { found, keep } = openKeptFile(folder, 'displays.json', fileShape, log);
  return {
    screens: (found ?? []).flatMap((kept) => {
      const since = kept.leftAt === null ? lastAlive : instant(Date.parse(kept.leftAt));
      return since === null ? [] : [asScreen(kept, since)];
    }),
    keep: (screens) => keep([...screens].flatMap(asKept)),
    close(screens, at) {
      const left = (one: Screen): Screen => (one.connection ? { ...one, connection: null, since: at } : one);
      keep([...screens].flatMap((one) => asKept(left(one))));
    },
  };
}

function asKept({ id, owner, connection, report, since }: Screen): z.infer<typeof fileShape> {
  if (!owner?.startsWith('token:')) return [];
  const { page, zone, counter } = report;
  return [{ id, owner, page, zone, counter, leftAt: connection ? null : toIso(since) }];
}

function asScreen(
  { id, owner, page, zone, counter }: z.infer<typeof fileShape>[number],
  since: Instant,
): Screen {
  const report = {
    ...(page === undefined ? {} : { page }),
    ...(zone === undefined ? {} : { zone }),
    ...(counter === undefined ? {} : { counter }),
  };
  return { id, owner, connection: null, report, address: null, since, order: 0 };
}
