/** One Q1 box point to point (USB, RS-232): both may speak at any time, so all there is to say is said at once. */
import type { Device } from './device.ts';
import { type DeviceInput, happen, type Output, telling } from './input.ts';
import { say, saysAt } from './say.ts';

export interface LinkStep {
  readonly device: Device;
  readonly outputs: readonly Output[];
}

export function linkStep(device: Device, input: DeviceInput, now: number): LinkStep {
  const { address } = device;
  const first = happen(device, input, now, false);
  const outputs = telling(address, first.tells);
  let { device: next } = first;
  for (;;) {
    const said = say(next, now);
    next = said.device;
    outputs.push(...telling(address, said.tells));
    if (said.frame !== null) outputs.push({ kind: 'send', address, frame: said.frame });
    // Nothing may be left that is due now: a link that went down asks at once who is there.
    else if (saysAt(next) > now) return { device: next, outputs };
  }
}

/** When the link is to be ticked, though nothing happens. */
export const linkWakesAt = (device: Device): number => saysAt(device);
