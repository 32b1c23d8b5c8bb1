/** What one board is to show at this moment: the wanted text, its blinking, and "show yourself". */
import { fitText } from '../../server/contract/board-text.ts';
import type { BoardProfile } from '../../server/contract/device-settings.ts';
import type { LineParts, Wanted } from '../line.ts';
import { type Blinking, createBlink } from './blink.ts';

/** What is to be on the board now. */
export interface Picture {
  /** Of what is wanted; null while it shows itself or is dark in its blinking, which is nothing to report. */
  readonly rev: number | null;
  /** Made to fit; empty: dark. */
  readonly text: string;
  /** The board is to make it flash by itself. */
  readonly flash: boolean;
  /** Something is wanted that it cannot show. */
  readonly unfit: boolean;
}

export interface Board {
  show(wanted: Wanted): void;
  identify(): void;
  /** Null while nothing was ever wanted. */
  picture(): Picture | null;
  stop(): void;
}

const identifyMs = 5000;
const identifyBlinkMs = 400;

/**
 * @param board `name` is shown by `identify`: its address
 * @param changed the picture is another one now
 */
export function createBoard(
  board: { readonly profile: BoardProfile; readonly blinking: Blinking; readonly name: string },
  clock: Pick<LineParts, 'now' | 'later'>,
  changed: () => void,
): Board {
  const { profile, name } = board;
  const blink = createBlink(board.blinking, clock, changed);
  let wanted: Wanted | null = null;
  let showsItself = false;

  function rest(): void {
    blink.stop();
    showsItself = false;
    changed();
  }

  return {
    show(next) {
      // A broker says again what it keeps at every new connection: that is no new call.
      if (next.rev === wanted?.rev && next.text === wanted.text) return;
      wanted = next;
      showsItself = false;
      if (next.blinkMs > 0 && next.blinkForMs > 0) blink.start(next.blinkMs, next.blinkForMs, changed);
      else blink.stop();
      changed();
    },
    identify() {
      showsItself = true;
      blink.start(identifyBlinkMs, identifyMs, rest);
      changed();
    },
    picture() {
      const dark = { rev: null, text: '', flash: false, unfit: false };
      if (wanted === null && !showsItself) return null;
      if (blink.isDark()) return dark;
      if (wanted === null || showsItself)
        return { ...dark, text: fitText(name, profile), flash: blink.isFlashing() };
      const text = fitText(wanted.text, profile);
      const flash = blink.isFlashing() && text !== '';
      return { rev: wanted.rev, text, flash, unfit: text === '' && wanted.text !== '' };
    },
    stop: blink.stop,
  };
}
