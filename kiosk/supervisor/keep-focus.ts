/**
 * Whoever works with keys alone stays where they were: a key that vanishes with what it did, or is out of use for a
 * while, leaves the focus beside it and not at the top of the page.
 */

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary';

const inOrder = (part: HTMLElement): HTMLElement[] => [...part.querySelectorAll<HTMLElement>(focusable)];
const takesFocus = (one: HTMLElement): boolean =>
  one.isConnected && !one.matches(':disabled') && one.checkVisibility();
/** An action on the part of the page whose focus is kept. */
export function keepFocus(part: HTMLElement): { destroy: () => void } {
  let last: HTMLElement | null = null;
  /** What could have the focus when `last` got it, in the order of Tab. */
  let then: HTMLElement[] = [];
  /** Out of use for a while: what has the focus instead. */
  let away: { from: HTMLElement; to: HTMLElement } | null = null;

  function remember({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return;
    last = target;
    then = inOrder(part);
  }
  /** Left on purpose, by a touch somewhere else. */
  const forget = () => {
    last = away = null;
  };

  /** The next after it, or the one before; never a key that has just appeared: an Enter too many would be its yes. */
  function beside(gone: HTMLElement): HTMLElement | undefined {
    const all = then.filter(takesFocus);
    const at = then.indexOf(gone);
    return all.find((one) => then.indexOf(one) > at) ?? all.at(-1);
  }

  function restore(): void {
    if (away && document.activeElement === away.to && takesFocus(away.from)) {
      const { from } = away;
      away = null;
      from.focus({ preventScroll: true });
      return;
    }
    // A key that is out of use keeps the focus until the page is drawn again.
    const { activeElement: here } = document;
    if (!last || !(here === document.body || here?.matches(':disabled'))) return;
    const from = last;
    const to = takesFocus(from) ? from : beside(from);
    to?.focus({ preventScroll: true });
    away = to && to !== from && from.isConnected ? { from, to } : null;
  }

  const changes = new MutationObserver(restore);
  changes.observe(part, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  part.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', forget);
  return {
    destroy() {
      changes.disconnect();
      document.removeEventListener('pointerdown', forget);
    },
  };
}
