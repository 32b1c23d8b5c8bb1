/** How events make requests and trips. */
import type { Offsite } from './offsite.ts';
import type { OffsiteEvent } from './offsite-events.ts';

export function applyToOffsite(_offsite: Offsite, _event: OffsiteEvent): void {}
