/** The arrow keys of a keyboard go to the next key in their direction, as on a remote control. */

type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';
const directions: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);
export const isArrow = (key: string): key is Direction => directions.has(key);

interface Point {
  readonly x: number;
  readonly y: number;
}

const middleOf = ({ left, top, width, height }: DOMRect): Point => ({
  x: left + width / 2,
  y: top + height / 2,
});

/** How far it is: what lies aside counts three times. Infinite: it does not lie in this direction. */
function distance(from: Point, to: Point, direction: Direction): number {
  const [right, down] = [to.x - from.x, to.y - from.y];
  const ahead = { ArrowUp: -down, ArrowDown: down, ArrowLeft: -right, ArrowRight: right }[direction];
  const aside = Math.abs(direction === 'ArrowUp' || direction === 'ArrowDown' ? right : down);
  return ahead > 4 ? ahead + 3 * aside : Number.POSITIVE_INFINITY;
}

/** Moves the focus; to the first key where none has it yet. */
export function moveFocus(direction: Direction, among: HTMLElement): void {
  const keys = [...among.querySelectorAll<HTMLElement>('button:enabled, a[href], input')];
  const now = keys.find((key) => key === document.activeElement);
  if (!now) {
    keys[0]?.focus();
    return;
  }
  const from = middleOf(now.getBoundingClientRect());
  const far = (key: HTMLElement) =>
    key === now ? Number.POSITIVE_INFINITY : distance(from, middleOf(key.getBoundingClientRect()), direction);
  const [nearest] = keys.filter((key) => Number.isFinite(far(key))).sort((a, b) => far(a) - far(b));
  nearest?.focus();
}
