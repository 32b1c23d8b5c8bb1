/**
 * PD7: every kind of data about people that the hub keeps: where, how long, and who reads it. A test compares it with the
 * personal columns of the database: what is not told here cannot be kept there.
 */
import type { KeptKind } from './http-personal.ts';

export const personalRegister: readonly KeptKind[] = [
  {
    id: 'bookings',
    columns: ['calendar_personal.personal'],
    keep: { until: 'visit', days: 30 },
    readers: ['supervisor'],
    recorded: true,
  },
  {
    id: 'requests',
    columns: ['calendar_personal.personal'],
    keep: { until: 'visit', days: 30 },
    readers: ['supervisor', 'team'],
    recorded: true,
  },
  {
    id: 'erased',
    columns: ['calendar_personal.personal'],
    keep: { until: 'visit', days: 30 },
    readers: ['nobody'],
    recorded: false,
  },
  {
    id: 'officers',
    columns: ['calendar_personal.personal'],
    keep: { until: 'removed' },
    readers: ['supervisor', 'counter', 'door'],
    recorded: false,
  },
  {
    id: 'needs',
    columns: ['day_personal.personal', 'ticket_needs.needs'],
    keep: { until: 'midnight' },
    readers: ['counter', 'door', 'supervisor'],
    recorded: false,
  },
  {
    id: 'readings',
    columns: ['screening_personal.personal', 'day_personal.personal', 'day_answer.outcome'],
    keep: { until: 'midnight' },
    readers: ['door', 'task-force'],
    recorded: true,
  },
  {
    id: 'identities',
    columns: ['day_personal.personal', 'day_answer.outcome'],
    keep: { until: 'midnight' },
    readers: ['nobody'],
    recorded: true,
  },
  {
    id: 'proofs',
    columns: ['day_personal.personal'],
    keep: { until: 'midnight' },
    readers: ['nobody'],
    recorded: false,
  },
  {
    id: 'repeats',
    columns: ['answer.body'],
    keep: { until: 'hours', hours: 48 },
    readers: ['nobody'],
    recorded: false,
  },
];
