/** Asks the hub, and notes what was asked, when, and how it was answered. */
import type { Api, Method, Reply } from '../hub/api.ts';
import type { AffairsTally, Question } from '../tally/asked.ts';
import type { OfficeClock } from './office-clock.ts';

export interface Asker {
  readonly clock: OfficeClock;
  readonly affairs: AffairsTally;
}

export async function askNoted(
  { clock, affairs }: Asker,
  api: Api,
  question: Question,
  [method, path, body]: readonly [Method, string, object?],
): Promise<Reply> {
  const from = clock.now();
  const reply = await api.ask(method, path, body);
  const isDone = reply.status >= 200 && reply.status < 300;
  const code = isDone ? null : String(reply.body.code ?? reply.status);
  affairs.answered({ question, span: { from, to: clock.now() }, code, body: reply.body });
  return reply;
}
