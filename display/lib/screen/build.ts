/** Which build of the pages this is, and when a page of an old one loads itself anew. */

/** The build writes it into each page. */
export const build = document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content ?? '';

/** A hub that keeps naming another build than it serves must not keep a screen loading. */
const leastMs = 10 * 60 * 1000;

/** A page that was not reached by loading itself may do so at once; otherwise it waits. Needs no storage. */
export function mayReload(): boolean {
  const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return loaded?.type === 'navigate' || performance.now() > leastMs;
}

/** Loads the page anew if the hub has it: a browser's error page would stay for ever. */
export async function reload(): Promise<boolean> {
  try {
    const { ok } = await fetch(location.href, { cache: 'no-store' });
    if (!ok) return false;
  } catch {
    return false;
  }
  location.reload();
  return true;
}
