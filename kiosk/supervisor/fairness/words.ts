/** The audit trail in words: who, what, and the few details that mean something to people. */
import { clockTime } from '../../../display/lib/format.ts';
import { dictionaryOf, textsIn } from '../../../display/lib/i18n.ts';
import type { AuditTexts } from '../../../display/lib/languages/audit/id.ts';
import type { AuditEntry } from '../../../server/contract/http-day.ts';

export const auditDictionaries = dictionaryOf(
  import.meta.glob<AuditTexts>('../../../display/lib/languages/audit/*.ts', {
    eager: true,
    import: 'texts',
  }),
);

export const auditTexts = (language: string): AuditTexts => textsIn(auditDictionaries, language);

/** What is known of an account: the officer's name, a station, a device; otherwise as it is written. */
export function whoIs(
  texts: AuditTexts,
  by: string,
  officers: readonly { id: string; name: string }[],
): string {
  const [kind = '', id = ''] = by.split(/:(.*)/s);
  if (kind === 'officer') return officers.find((officer) => officer.id === id)?.name ?? id;
  if (kind === 'token') return texts.who.station;
  if (kind === 'device') return `${texts.who.device} ${id}`;
  const words: Readonly<Record<string, string>> = texts.who;
  return words[by] ?? by;
}

export const whatIs = (texts: AuditTexts, type: string): string => texts.events[type] ?? type;

/** Ids that only the machine understands, and what the columns say already. */
const hidden = [
  'type',
  'at',
  'by',
  'code',
  'codes',
  'shortCode',
  'action',
  'undone',
  'callId',
  'id',
  'ticket',
  'screening',
  'officer',
];
const instants = /(?:At|until|from|to|turn|notBefore|taken)$/;

export function detailsOf({ event }: AuditEntry, timeZone: string): string {
  return Object.entries(event)
    .filter(([key, value]) => !hidden.includes(key) && value !== null && value !== '')
    .map(([key, value]) => `${key} ${plain(key, value, timeZone)}`)
    .join(' · ');
}

function plain(key: string, value: unknown, timeZone: string): string {
  if (typeof value === 'number' && instants.test(key) && value > 1e11) return clockTime(value, timeZone);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
