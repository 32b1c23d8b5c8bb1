/** Looking for people, opening what is held, erasing it: each call of the hub in one place, each recorded there. */
import { ask, type Reply } from '../../../display/lib/api.ts';
import type {
  ErasedAnswer,
  ErasureReason,
  PeopleFoundAnswer,
  PersonExport,
  RegisterAnswer,
} from '../../../server/contract/http-personal.ts';

export interface Wanted {
  readonly name: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly code: string;
}

/** Letters of a name that the hub looks for. */
const shortestName = 3;

export const isEnough = ({ name, phone, code }: Wanted): boolean =>
  name.trim().length >= shortestName || phone.trim() !== '' || code.trim() !== '';

/** What was left empty is not asked for; a name is sent in no address. */
export function findPeople(wanted: Wanted): Promise<Reply<PeopleFoundAnswer>> {
  const said = Object.entries(wanted)
    .map(([key, value]) => [key, value.trim()] as const)
    .filter(([, value]) => value !== '');
  return ask('POST', '/api/v1/people/find', Object.fromEntries(said));
}

export const readPerson = (code: string): Promise<Reply<PersonExport>> =>
  ask('GET', `/api/v1/export/${encodeURIComponent(code)}`);

export const erasePerson = (
  code: string,
  reason: ErasureReason,
  place: 'keep' | 'cancel' | null,
): Promise<Reply<ErasedAnswer>> =>
  ask('DELETE', `/api/v1/people/${encodeURIComponent(code)}`, {
    reason,
    ...(place === null ? {} : { place }),
  });

export async function readRegister(): Promise<RegisterAnswer['kept']> {
  const reply = await ask<Partial<RegisterAnswer>>('GET', '/api/v1/register');
  return (reply.ok ? reply.answer.kept : undefined) ?? [];
}

/** A link made for this one click: the address holds the file only as long. */
export function download(held: PersonExport, name: string): void {
  const file = new Blob([`${JSON.stringify(held, null, 2)}\n`], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
