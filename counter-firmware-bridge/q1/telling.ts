/** What a Q1 line tells the hub and the device's page. */
import type { HubEnd, LineParts, PressAnswer } from '../line.ts';
import type { Tell } from './device.ts';
import type { Frame } from './frame.ts';

const strangerMs = 60_000;
/** Where a temperature was measured, by the letter in `TMP`; a word of the box's own stays as it is. */
const places: Readonly<Record<string, string>> = { '': 'forehead', O: 'forehead' };

/** @param answered what the hub said of the press of this name */
export function tellHub(
  hub: HubEnd,
  told: Tell,
  answered: (boot: string, seq: number, said: PressAnswer) => void,
): void {
  switch (told.kind) {
    case 'press': {
      const { kind: _, ...press } = told;
      hub.press(press).then(
        (said) => answered(press.boot, press.seq, said),
        () => answered(press.boot, press.seq, { kind: 'not-now' }),
      );
      break;
    }
    case 'status':
      hub.status(told.online);
      break;
    case 'info':
      hub.info({ model: told.model, fw: told.fw, boot: told.boot, caps: told.caps });
      break;
    case 'shown':
      hub.shown({ rev: told.rev, text: told.text, ok: told.ok });
      break;
    case 'temperature': {
      const kind = places[told.at] ?? told.at.toLowerCase().slice(0, 16);
      hub.temperature({ object: told.object, ambient: told.ambient, kind });
      break;
    }
    case 'note':
      hub.note(told.way, told.text);
      break;
  }
}

/** A frame as the page shows it; undefined where it says nothing: bus rounds, and asking for who is not there. */
export function pageText({ address, seq, type }: Frame, text: string): string | undefined {
  if (type === 'POLL' || type === 'IDLE' || type === 'HI?') return undefined;
  // A temperature is a person's: the page shows that one came, not how much it was.
  return type === 'TMP' ? `$Q1,${String(address).padStart(2, '0')},${seq},TMP,…` : text;
}

/** Notes what belongs to no device of the list with each of them: the same words once a minute. */
export function createStrangers(port: string, { hub, now, log }: LineParts): (text: string) => void {
  const noted = new Map<string, number>();
  return (text) => {
    const at = now();
    if (at - (noted.get(text) ?? Number.NEGATIVE_INFINITY) < strangerMs) return;
    noted.set(text, at);
    log('something on a serial line is not of its list', { port, what: text });
    for (const end of hub.values()) end.note('wrong', text);
  };
}
