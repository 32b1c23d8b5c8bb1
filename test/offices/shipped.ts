/** The shipped sample offices, and what of them can be seen at a counter, a board and a phone. */
import { readFileSync } from 'node:fs';
import { readOfficeFile } from '../../server/adapters/office-file.ts';
import type { Office } from '../../server/contract/office.ts';
import type { ViewContext } from '../../server/domain/views/context.ts';
import { clock, type Morning } from '../domain/morning.ts';

export const samples = ['balikpapan', 'cirebon', 'pontianak', 'puskesmas', 'singkawang'] as const;
export type Sample = (typeof samples)[number] | 'default';

export function textOf(sample: Sample): string {
  return readFileSync(new URL(`../../server/offices/${sample}.yaml`, import.meta.url), 'utf8');
}

export function shipped(sample: Sample): Office {
  const file = readOfficeFile(textOf(sample));
  if (!file.ok) throw new Error(`${sample}: ${JSON.stringify(file.mistakes)}`);
  return file.office;
}

export const service = (office: Office, id: string) => office.services.find((one) => one.id === id);
export const step = (office: Office, id: string) => office.steps.find((one) => one.id === id);
export const quota = (office: Office, id: string) => office.quotas.find((one) => one.id === id);

/** All counters of the office are open from 07:30 on. */
export function opened(day: Morning): Morning {
  day.opens(...(day.state.calendar.office?.counters.map(({ number }) => number) ?? []));
  return day;
}

/** A moment for a view, on the clock of the day's office. */
export const seen = (day: Morning, time: string): ViewContext => ({
  at: clock(time, day.state.calendar.office?.timeZone),
  rehearsal: false,
});

/** Who broke a promise until then: the numbers. */
export function promisesBroken(day: Morning, until: string): string[] {
  const broken = day.passes(until).flatMap((event) => (event.type === 'PromiseBroken' ? [event.code] : []));
  return broken.map((code) => day.visit(code).number);
}

/** A reading at the door: what is said to the person, and by which id the next reading knows them. */
export const screens = (day: Morning, celsius: number, time: string) =>
  day.does({ type: 'ScreenVisitor', celsius }, time);
export const readsAgain = (day: Morning, screening: unknown, celsius: number, time: string) =>
  day.does({ type: 'ReadAgain', screening: String(screening), celsius }, time);

/** Who was counted in at the door. */
export const inside = ({ state }: Morning): number => state.day.door.inside;

/** A service to which nobody comes gives no numbers at the office. */
export const asksForNumber = (day: Morning, wanted: string) =>
  day.does({ type: 'TakeTicket', service: wanted }, '08:00');
