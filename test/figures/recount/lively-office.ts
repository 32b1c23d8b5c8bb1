/** An office in which everything that a report counts can happen. */
import type { Office } from '../../../server/contract/office.ts';
import { levels } from '../../domain/door-day.ts';
import { contoh, firstLane } from '../../domain/office.ts';

/** @param perDay places of the quota of passports */
export const livelyOffice = (perDay: number): Office =>
  contoh({
    steps: [
      { id: 'documents', incomplete: { reasons: ['missing', 'wrong'], returnWithin: 'P3D' } },
      { id: 'interview' },
      { id: 'handover', within: 'PT8M', otherwise: 'free' },
    ],
    hours: { 'mon-sun': ['07:00-17:00'] },
    lanes: firstLane,
    services: [
      {
        ...{ id: 'passport', prefix: 'A', steps: ['documents', 'interview'], promise: 'PT2H' },
        collect: { service: 'collection', after: 0 },
      },
      { id: 'collection', prefix: 'C', steps: ['handover'], promise: 'PT1H', until: 'called' },
      {
        ...{ id: 'question', prefix: 'B', steps: ['documents'] },
        collect: { service: 'collection', after: 0, from: 'paid' },
      },
      { id: 'village', offsite: true, requires: ['address'], steps: ['documents', 'interview'] },
      { id: 'supervision', offsite: true, requires: ['address'], steps: ['interview'] },
    ],
    quotas: [
      {
        ...{ id: 'passport', services: ['passport'], lanes: ['regular'], perDay, upTo: perDay + 6 },
        extra: { fri: 3 },
      },
      { id: 'all', services: ['passport', 'question'], lanes: ['regular', 'priority'], perDay: 40 },
    ],
    booking: {
      ...{ service: 'passport', horizon: 'P5D', holdBack: 'PT10M', expire: 'PT30M', perContact: 100 },
      ...{ party: 3, perSlot: 6, checkInFrom: 'PT2H' },
    },
    calling: { noShowAfter: 1, noShowWait: 'PT0S', returnAfter: 1 },
    screening: levels,
    lists: { purposes: ['work', 'study'], origins: ['city', 'village'] },
    outcomes: { interview: ['passport-24', 'passport-48'], documents: ['in-order'] },
  });
