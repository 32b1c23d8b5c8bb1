/** What can be watched, and by whom. */
import { may, type Principal } from '../../access/principal.ts';

export type WatchName =
  | { readonly kind: 'lobby'; readonly zone: string | null }
  | { readonly kind: 'counter' | 'desk' | 'box'; readonly counter: number }
  | { readonly kind: 'ticket' | 'booking'; readonly code: string }
  | { readonly kind: 'device'; readonly id: string }
  | { readonly kind: 'kiosk' | 'entrance' | 'door' | 'supervisor' };

const form =
  /^(?:(?<plain>lobby|kiosk|entrance|door|supervisor)|lobby:(?<zone>[a-z0-9-]{1,32})|(?<at>counter|desk|box):(?<number>[1-9]\d{0,2})|(?<of>ticket|booking):(?<code>[\w-]{22})|device:(?<device>[a-z0-9-]{1,23}))$/;

/** Null: there is no such kind of view. Whether the counter, zone or ticket exists is another question. */
export function readName(text: string): WatchName | null {
  const { plain, zone, at, number, of, code, device } = form.exec(text)?.groups ?? {};
  if (plain === 'kiosk' || plain === 'entrance' || plain === 'door' || plain === 'supervisor')
    return { kind: plain };
  if (plain === 'lobby') return { kind: 'lobby', zone: null };
  if (zone !== undefined) return { kind: 'lobby', zone };
  if (device !== undefined) return { kind: 'device', id: device };
  if (code !== undefined) return { kind: of === 'booking' ? of : 'ticket', code };
  if (at === 'counter' || at === 'desk' || at === 'box') return { kind: at, counter: Number(number) };
  return null;
}

/** Null: it may be watched. */
export function forbidden(name: WatchName, principal: Principal): 'not-signed-in' | 'forbidden' | null {
  const refused = principal.role === 'public' ? 'not-signed-in' : 'forbidden';
  switch (name.kind) {
    case 'lobby':
    case 'counter':
    case 'ticket':
    case 'booking':
    case 'kiosk':
    case 'entrance':
      return null;
    case 'door':
      return may(principal, ['door', 'supervisor']) ? null : refused;
    case 'supervisor':
    case 'device':
    case 'box':
      return may(principal, ['supervisor']) ? null : refused;
    case 'desk':
      return may(principal, ['counter', 'supervisor'], name.counter) ? null : refused;
  }
}
