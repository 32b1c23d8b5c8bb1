/** What came of a change of the office, as the line below the page says it. */
import type { Reply } from '../../../display/lib/api.ts';
import type { Changed } from './office.svelte.ts';

export function answered(changed: Changed): Reply<object> {
  if (changed.ok) return { ok: true, answer: {} };
  return { ok: false, failure: changed.failure ?? { code: 'malformed' } };
}
