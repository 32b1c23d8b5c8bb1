/** An office that goes out, over HTTP: who asks for a visit, an officer, and the clock of a Thursday. */
import { officeText } from './office.ts';
import { startStage } from './stage.ts';

const outgoing = officeText
  .replace(
    'lanes:\n',
    `  - { id: emergency, offsite: true, days: [sat, sun], requires: [address, contact, letter], steps: [documents, interview] }
  - { id: supervision, name: { id: Pengawasan, en: Supervision }, offsite: true, requires: [address], steps: [interview] }
lanes:
`,
  )
  .concat('outcomes: { interview: [passport-24, passport-48] }\n');

export const siti = {
  service: 'emergency',
  address: 'RSUD Gunung Jati, kamar 12',
  contact: '0812 3456 789',
  letter: { kind: 'rujukan', number: '445/12' },
  people: [{ name: 'Siti Aminah', birthDate: '1961-03-02' }, { name: 'Adi' }],
};

/** Thursday, 26 November 2026, 09:00 in Makassar, and what the test adds to it. */
export async function startOutgoing() {
  let at = Date.parse('2026-11-26T09:00:00+08:00');
  const clocks = { wall: () => at, monotonic: () => at };
  const stage = await startStage({ clocks });
  const as = await stage.token('supervisor');
  const headers = { 'content-type': 'application/yaml' };
  await stage.send('PUT /office', { as, body: outgoing, headers });
  await stage.send('POST /officers', { as, json: { id: 'dewi', name: 'Dewi Lestari', pin: '4711' } });
  const post = (path: string, json: object = {}) => stage.send(`POST ${path}`, { as, json });
  const get = (path: string) => stage.send(`GET ${path}`, { as });
  /** A request that was accepted; gives its code. */
  const accepted = async (wanted: object = siti) => {
    const { code } = (await post('/requests', wanted)).json;
    await post(`/requests/${code}/decide`, { decision: 'accept' });
    return String(code);
  };
  const trip = (requests: readonly string[]) => ({
    ...{ date: '2026-11-28', place: 'Gunung Jati', team: ['dewi'], vehicle: 'E 1234 AB', requests },
  });
  const hoursLater = (hours: number) => {
    at += hours * 3_600_000;
  };
  return { ...stage, as, post, get, accepted, trip, hoursLater };
}
