/** What can happen to a Q1 device, and what comes of it; the same for both kinds of line, which differ in when something may be said. */
import type { PressAnswer, Wanted } from '../line.ts';
import { closed, type Device, identify, opened, type Step, show, step, type Tell } from './device.ts';
import type { Frame, Heard } from './frame.ts';
import { hear, heardDamaged } from './hear.ts';
import { answered } from './presses.ts';

/** What happens to one device. */
export type DeviceInput =
  | { readonly kind: 'opened' | 'closed' | 'tick' | 'identify' }
  | { readonly kind: 'heard'; readonly heard: Heard }
  | { readonly kind: 'show'; readonly wanted: Wanted }
  | { readonly kind: 'answered'; readonly boot: string; readonly seq: number; readonly said: PressAnswer };

/** What goes over the line, or to the hub. */
export type Output =
  | { readonly kind: 'send'; readonly address: number; readonly frame: Frame }
  | { readonly kind: 'tell'; readonly address: number; readonly tell: Tell };

export const telling = (address: number, tells: readonly Tell[]): Output[] =>
  tells.map((tell) => ({ kind: 'tell', address, tell }));

export function happen(device: Device, input: DeviceInput, now: number, bus: boolean): Step {
  switch (input.kind) {
    case 'opened':
      return opened(device, now);
    case 'closed':
      return closed(device);
    case 'tick':
      return step(device);
    case 'identify':
      return identify(device);
    case 'show':
      return show(device, input.wanted, now);
    case 'answered':
      return answered(device, input.boot, input.seq, input.said);
    case 'heard': {
      const { heard } = input;
      if (heard.kind === 'frame') return hear(device, heard.frame, now);
      return heardDamaged(device, heard.why, heard.seq, bus);
    }
  }
}
