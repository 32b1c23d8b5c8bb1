/** The view's surroundings for tests: a day at a time of the clock, in no rehearsal. */
import type { ViewContext } from '../../server/domain/views/context.ts';
import { clock } from '../domain/morning.ts';

export const at = (time: string): ViewContext => ({ at: clock(time), rehearsal: false });
