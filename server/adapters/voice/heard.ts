/** VO6: whose acknowledgement counts for what. */
import type { Connected } from './connected.ts';
import type { Screen } from './screens.ts';
import { isSame, type Speaker } from './speaker.ts';

export type Counts = (zone: string | null, given: readonly Speaker[]) => boolean;

/** @param screen what the connection has said of itself; undefined: nothing */
export function countsFrom({ principal }: Connected, screen: Screen | undefined): Counts {
  return (zone, given) => {
    if (screen && given.some((one) => isSame(one, { by: 'screen', id: screen.id }))) return true;
    if (principal.role !== 'display') return false;
    return !screen || (screen.report.page === 'lobby' && (screen.report.zone ?? null) === zone);
  };
}
