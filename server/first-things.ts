/** What is recorded before the hub takes anything else: the outage that is over, and the first password. */
import { hashPassword } from './access/secrets.ts';
import { outageSince } from './domain/afterwards/outages.ts';
import type { Hub } from './hub.ts';
import type { Log } from './log.ts';

/** OU1: before anything else is recorded, while the day is as the hub before this one left it. */
export async function noteOutage(hub: Hub, wasAlive: number | null, log: Log): Promise<void> {
  const outage = outageSince(hub.state, wasAlive, hub.now());
  if (!outage) return;
  log.warn({ minutes: Math.round((outage.to - outage.from) / 60_000) }, 'the office was without its hub');
  await hub.submit({ type: 'RecordOutage', ...outage, noticed: true }, { account: 'start' });
}

/** The contract: the supervisor's password at the first start; later starts do not look at it. */
export async function setFirstPassword(hub: Hub, password: string | null, log: Log): Promise<void> {
  if (password === null || hub.state.calendar.passwordHash !== null) return;
  if (password.length < 10) log.warn({ variable: 'LOKET_SUPERVISOR_PASSWORD' }, 'the password is short');
  const hash = await hashPassword(password);
  await hub.submit({ type: 'SetPassword', hash, onlyFirst: true }, { account: 'start' });
}
