/** What follows a visit, in people's words: where a thing is collected, and what it costs. */
import type { TicketView } from '../../server/contract/views.ts';
import { nameIn } from './i18n.ts';

/** The places where the same code is taken, the usual one first. */
export const collectPlaces = (collect: NonNullable<TicketView['collect']>, language: string): string[] =>
  [collect, ...collect.alsoAt].map(({ service, serviceName }) => nameIn(serviceName, language, service));

/** `Rp 350.000` as the reader writes it; empty where there is no fee. */
export function amountOf(fee: TicketView['fee'], language: string): string {
  if (!fee) return '';
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: fee.currency,
    maximumFractionDigits: 0,
  }).format(fee.amount);
}
