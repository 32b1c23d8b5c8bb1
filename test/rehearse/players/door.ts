/** The door of an invented day: everybody is read before coming in, some again, and whoever goes is counted out. */
import { setTimeout as pauseMs } from 'node:timers/promises';
import type { Office } from '../../../server/contract/office.ts';
import { type Address, type Api, must, openApi, type Reply, textOf } from '../hub/api.ts';
import { bearer } from '../hub/hub.ts';
import type { InventedVisit } from '../plan/plan.ts';
import { type DoorTally, expectedVerdict } from '../tally/door.ts';
import type { OfficeClock } from './office-clock.ts';

export interface Door {
  /** How many of them are let in. */
  enter(visit: InventedVisit): Promise<number>;
  leave(people: number): Promise<void>;
}

const minute = 60_000;
const decider = 'Petugas Uji';

/** Null: the hub has no door, or the office does not use it. */
export async function openDoor(
  { http, supervisor }: { readonly http: Address; readonly supervisor: Api },
  office: Office,
  around: { readonly clock: OfficeClock; readonly tally: DoorTally; fault(what: string): void },
): Promise<Door | null> {
  if (office.screening === undefined && office.capacity === undefined) return null;
  const issued = await must(supervisor, 'POST', '/tokens', { role: 'door', label: 'rehearsal door' });
  const api = openApi(http, bearer(textOf(issued, 'token')));
  if ((await api.ask('GET', '/occupancy')).status !== 200) return null;
  return doorOver(api, office, around);
}

function doorOver(
  api: Api,
  office: Office,
  {
    clock,
    tally,
    fault,
  }: { readonly clock: OfficeClock; readonly tally: DoorTally; fault(what: string): void },
): Door {
  const { screening } = office;

  /** In a full room somebody has to go first. */
  async function ask(path: string, body: object): Promise<Reply> {
    for (;;) {
      const reply = await api.ask('POST', path, body);
      if (reply.body.code !== 'room-full') return reply;
      tally.full += 1;
      await Promise.all([clock.pause(minute), pauseMs(5)]);
    }
  }

  async function isLetIn(temperatures: readonly number[]): Promise<boolean> {
    let id = '';
    for (const [index, celsius] of temperatures.entries()) {
      const path = index === 0 ? '/screenings' : `/screenings/${id}/readings`;
      const { status, body } = await ask(path, screening ? { celsius } : {});
      if (status !== 201 && status !== 200) {
        fault(`door: a reading was answered ${status} ${JSON.stringify(body)}`);
        return false;
      }
      id = String(body.id);
      tally.readings += 1;
      const verdict = expectedVerdict(office, celsius, index + 1);
      if (body.verdict !== verdict)
        fault(`door: reading ${index + 1} of ${celsius} was ${body.verdict}, expected ${verdict}`);
      if (verdict === 'held') return decide(id, celsius);
      if (verdict !== 'retest') break;
      await clock.pause((screening?.retestAfter ?? 0) + 1000);
    }
    tally.admitted += 1;
    return true;
  }

  async function decide(id: string, celsius: number): Promise<boolean> {
    await clock.pause(3 * minute);
    const decision = celsius > 38.5 ? 'refer' : 'admit';
    const { status, body } = await ask(`/screenings/${id}/outcome`, { decision, by: decider });
    if (status !== 200 && status !== 201)
      fault(`door: the outcome was answered ${status} ${JSON.stringify(body)}`);
    if (decision === 'admit') tally.admitted += 1;
    else tally.referred += 1;
    return decision === 'admit';
  }

  return {
    async enter({ temperatures, people }) {
      const letIn = await Promise.all(temperatures.slice(0, people).map(isLetIn));
      return letIn.filter(Boolean).length;
    },
    async leave(people) {
      const { status, body } = await api.ask('POST', '/occupancy/leave', { count: people });
      if (status === 200) tally.left += people;
      else fault(`door: leaving was answered ${status} ${JSON.stringify(body)}`);
    },
  };
}
