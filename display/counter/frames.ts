/** What is drawn again and again while it is in sight: gently, for the small machines behind televisions. */

/** Thirty pictures a second are enough for sand. */
const leastMs = 30;
/** For whoever wants no motion: often enough for a number that counts seconds. */
const calmMs = 200;

const calm = matchMedia('(prefers-reduced-motion: reduce)');
export const isCalm = (): boolean => calm.matches;

/** Returns the way to stop. A page out of sight gets no frames from its browser. */
export function followFrames(each: () => void): () => void {
  if (isCalm()) {
    each();
    const timer = setInterval(each, calmMs);
    return () => clearInterval(timer);
  }
  let frame = 0;
  let before = Number.NEGATIVE_INFINITY;
  const follow = (now: number) => {
    frame = requestAnimationFrame(follow);
    if (now - before < leastMs) return;
    before = now;
    each();
  };
  frame = requestAnimationFrame(follow);
  return () => cancelAnimationFrame(frame);
}
