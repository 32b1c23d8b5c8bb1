/** What comes from a keyboard, or from a scanner that is one: codes go on, and nothing of a scan presses a key besides. */
import { isArrow, moveFocus } from './arrows.ts';
import { type Errand, errandScanned } from './errands.ts';
import { createScan, scanGapMs } from './scan.ts';
import { isTyped, type Screen } from './screen.ts';

interface Hearing {
  readonly at: () => Screen['at'];
  readonly go: (errand: Errand) => void;
  /** Where arrows move the focus. */
  readonly among: () => HTMLElement;
}

export function createListening({ at, go, among }: Hearing): (event: KeyboardEvent) => void {
  const scan = createScan();
  let lastSignAt = Number.NEGATIVE_INFINITY;
  /** True: it is dealt with here. */
  function heard(event: KeyboardEvent): boolean {
    const { key, code, shiftKey, timeStamp } = event;
    const readings = scan({ key, code, shiftKey, timeStamp, capsLock: event.getModifierState('CapsLock') });
    const isQuick = timeStamp - lastSignAt < scanGapMs;
    if (key.length === 1) lastSignAt = timeStamp;
    const errand = readings && errandScanned(at(), readings);
    if (errand) {
      go(errand);
      return true;
    }
    if (isArrow(key)) {
      moveFocus(key, among());
      return true;
    }
    // The Enter of a scan, and a blank in the middle of one, would press the key that has the focus.
    return !isTyped(at()) && (readings !== null || (key === ' ' && isQuick));
  }
  return (event) => {
    if (!heard(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
