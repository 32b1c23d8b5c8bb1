/** What stands behind the `?` of an address, parsed with a schema like a body. */
import type { z } from 'zod';
import { fieldsOf } from './fields.ts';
import { type Call, problem, type Reply } from './route.ts';

/** The query, or the answer to one that is not as expected (an unknown word, or a word given twice, is a mistake too). */
export function queryOf<Q>(
  { request }: Pick<Call, 'request'>,
  schema: z.ZodType<Q>,
): { readonly ok: true; readonly query: Q } | { readonly ok: false; readonly reply: Reply } {
  const parsed = schema.safeParse({ ...request.query });
  if (parsed.success) return { ok: true, query: parsed.data };
  return { ok: false, reply: problem('malformed', { fields: fieldsOf(parsed.error.issues) }) };
}
