/** Tells the task force's receiver of everybody who is held at the door: signed, again and again until it takes the notice. */
import { createHmac } from 'node:crypto';
import type { Case } from '../domain/door/door.ts';
import { toIso } from '../domain/instant.ts';
import type { Hub } from '../hub.ts';
import type { Log } from '../log.ts';

export interface TaskForceReceiver {
  readonly url: string;
  /** Shared with the receiver, which knows by it that a notice is ours. */
  readonly secret: string;
}

interface Parts extends TaskForceReceiver {
  readonly hub: Pick<Hub, 'state' | 'submit' | 'onTold' | 'rehearsal'>;
  readonly log: Log;
}

/** Milliseconds: how long one attempt may take, and how long it is waited after attempts that failed. */
const patience = 5000;
const firstWait = 1000;
const longestWait = 60_000;

/**
 * What is still to be told is read from the state: a restart forgets nothing. A notice that was taken, and not yet
 * recorded when the power went, comes twice with the same `id`.
 */
export function createTaskForce({ hub, log, url, secret }: Parts): { close(): Promise<void> } {
  const closing = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let round: Promise<void> | null = null;

  function start(): void {
    clearTimeout(timer);
    if (round || closing.signal.aborted) return;
    round = tellAll().then((isDone) => {
      round = null;
      failures = isDone ? 0 : failures + 1;
      if (isDone && untold(hub).length === 0) return;
      timer = setTimeout(start, isDone ? 0 : Math.min(longestWait, firstWait * 2 ** (failures - 1)));
      timer.unref();
      if (closing.signal.aborted) clearTimeout(timer);
    });
  }

  async function tellAll(): Promise<boolean> {
    let isDone = true;
    for (const one of untold(hub)) isDone = (await tell(one)) && isDone;
    return isDone;
  }

  async function tell(one: Case): Promise<boolean> {
    const failure = await send(noticeOf(hub, one), { url, secret }, closing.signal);
    if (closing.signal.aborted) return false;
    if (failure !== null) {
      // Said once while it lasts.
      if (failures === 0) log.warn({ case: one.number, failure }, 'the task force could not be told');
      return false;
    }
    const noted = await hub.submit({ type: 'NoteNotice', case: one.number }, { account: 'task-force' });
    log.info({ case: one.number }, 'the task force was told');
    return noted.ok || noted.refusal.code === 'unknown-case';
  }

  hub.onTold(({ events, reloaded }) => {
    if (reloaded || events.some(({ type }) => type === 'CaseOpened')) start();
  });
  start();
  return {
    async close() {
      closing.abort();
      clearTimeout(timer);
      await round;
    },
  };
}

/** Open cases whose notice nobody has taken yet. */
const untold = ({ state }: Pick<Hub, 'state'>): Case[] =>
  [...state.day.door.cases.values()].filter((one) => one.decision === null && one.notifiedAt === null);

/** No temperature: the receiver is told that somebody is held, and where to ask. */
function noticeOf({ state, rehearsal }: Parts['hub'], { number, openedAt }: Case): string {
  const office = state.calendar.office?.id ?? '';
  return JSON.stringify({
    type: 'person-held',
    id: `${office}-${state.day.date}-${number}`,
    office,
    case: number,
    at: toIso(openedAt),
    ...(rehearsal ? { rehearsal } : {}),
  });
}

/** Null: it was taken. Otherwise why not. */
async function send(
  body: string,
  { url, secret }: TaskForceReceiver,
  closing: AbortSignal,
): Promise<string | null> {
  // The receiver compares it with the world's time, which in a rehearsal is not the hub's.
  const seconds = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.any([closing, AbortSignal.timeout(patience)]),
      headers: {
        'Content-Type': 'application/json',
        'Loket-Signature': `t=${seconds},v1=${signature}`,
      },
    });
    await response.body?.cancel();
    return response.ok ? null : `status ${response.status}`;
  } catch (error) {
    return error instanceof Error ? (causeOf(error) ?? error.name) : 'unknown';
  }
}

/** What stands in the way, as `ECONNREFUSED`; never the address, which may hold a secret path. */
const causeOf = ({ cause }: Error): string | null =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : null;
