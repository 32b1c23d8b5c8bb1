/** How the ticket shows where its page is not seen: the tab's title, and a number on the icon. */
import type { TicketView } from '../../server/contract/views.ts';

/** `(2) A-031 · …` while few are before it, `● A-031 · …` when it is called. */
export function titleOf({ number, state, ahead }: TicketView, near: boolean, title: string): string {
  const plain = `${number} · ${title}`;
  if (state === 'called') return `● ${plain}`;
  return near && ahead !== null ? `(${ahead}) ${plain}` : plain;
}

/** Called: a number, as there is no other sign. */
export function badge({ state, ahead }: TicketView, near: boolean): void {
  if (!('setAppBadge' in navigator)) return;
  const count = state === 'called' ? 1 : near ? (ahead ?? 0) : 0;
  const set = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge();
  set.catch(() => {
    // Only installed pages have an icon.
  });
}
