/** A second tap of the same finger is meant for what was there before, not for the question that came in its place. */

const withinMs = 500;
const withinPx = 40;

/** Tells for each click whether it is such a second tap. A key that is pressed is always meant. */
export function createDoubleTap(): (event: MouseEvent) => boolean {
  let last = { at: Number.NEGATIVE_INFINITY, x: 0, y: 0 };
  return ({ detail, clientX: x, clientY: y, timeStamp: at }) => {
    if (detail === 0) return false;
    const second = at - last.at < withinMs && Math.hypot(x - last.x, y - last.y) < withinPx;
    last = { at, x, y };
    return second;
  };
}

/**
 * What listens to every click first, and stops those that nobody means. `tappedQuickly`: whether the present screen is
 * one whose keys are tapped again and again; `at`: which it is.
 */
export function createTapGuard(
  at: () => string,
  tappedQuickly: (at: string) => boolean,
): (event: MouseEvent) => void {
  const isDoubleTap = createDoubleTap();
  let tappedAt: string | null = null;
  return (event) => {
    // Every tap is known to it: what lies between two taps of one place makes them two.
    const isSecond = isDoubleTap(event);
    const again = tappedAt === at() && tappedQuickly(at());
    tappedAt = at();
    if (isSecond && !again) event.stopPropagation();
  };
}
