/** An office whose visits are followed by another: a passport is collected, a file is completed. */
import type { Office } from '../../server/contract/office.ts';
import type { Answered, Morning } from './morning.ts';
import { morning } from './morning.ts';
import { contoh } from './office.ts';

const weekdays = { 'mon-fri': ['08:00-12:00', '13:00-16:00'] };
/** The tests begin on a Thursday, 26 November 2026. */
export const following = (changes: Record<string, unknown> = {}): Office =>
  contoh({
    hours: weekdays,
    currency: 'IDR',
    steps: [
      {
        id: 'documents',
        incomplete: {
          reasons: ['missing', 'wrong'],
          returnWithin: 'P3D',
          bring: { 'id-card': { id: 'KTP asli', en: 'Original identity card' }, family: 'Kartu keluarga' },
        },
      },
      { id: 'interview' },
      { id: 'handover', within: 'PT2M', otherwise: 'free' },
    ],
    services: [
      {
        id: 'passport',
        prefix: 'A',
        steps: ['documents', 'interview'],
        promise: 'PT2H',
        fee: 355_000,
        collect: { service: 'collection', after: 3, of: 'working' },
      },
      {
        id: 'express',
        prefix: 'E',
        steps: ['interview'],
        collect: { service: 'collection', after: 1, of: 'calendar', from: 'paid' },
      },
      {
        id: 'instant',
        prefix: 'I',
        steps: ['interview'],
        collect: { service: 'collection', after: 0, of: 'calendar' },
      },
      { id: 'collection', prefix: 'C', steps: ['handover'], promise: 'PT1H' },
      { id: 'drive-thru', prefix: 'D', steps: ['handover'], inside: false },
      { id: 'home-visit', offsite: true, inside: false, steps: ['interview'] },
    ],
    calling: { refractory: 'PT0S', noShowAfter: 1, noShowWait: 'PT0S' },
    ...changes,
  });

export interface Following extends Morning {
  /** Somebody comes with a former ticket's code or short code. */
  comes(booking: string, time: string, more?: Record<string, string | number>): Answered;
  pays(ticket: string, time: string): Answered;
  /** Served at counter 3 to the end, whatever the service; gives the code. */
  serves(service: string, time: string): string;
}

export function begins(office: Office = following()): Following {
  const day = morning(office);
  day.opens(1, 2, 3, 4, 5);
  return {
    ...day,
    comes: (booking, time, more = {}) => day.does({ type: 'TakeTicket', booking, ...more }, time),
    pays: (ticket, time) => day.does({ type: 'PayVisit', ticket }, time),
    serves(service, time) {
      const number = day.takes(time, service);
      day.calls(4, number, time);
      while (['called', 'waiting'].includes(day.visit(number).state)) {
        if (day.visit(number).state === 'waiting') day.calls(4, number, time);
        day.press('FinishStep', 4, time);
      }
      return day.visit(number).code;
    },
  };
}
