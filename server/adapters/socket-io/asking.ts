/** What a client may ask. Whatever it sends is parsed here, answered if it can be, and counted if it is wrong. */

import type { Problem, ProblemCode } from '../../contract/refusals.ts';
import { announcedMessage, watchName } from '../../contract/socket.ts';
import { forbidden, readName } from './names.ts';
import type { Rooms } from './rooms.ts';
import { mostNames, type Watcher } from './watcher.ts';

/** What became of a message. */
export type Asked = 'done' | 'refused' | 'malformed' | 'unknown';

/** @param packet the event's name and its arguments; the last is a function when an answer is wanted */
export function ask(rooms: Rooms, watcher: Watcher, packet: readonly unknown[]): Asked {
  const [event, argument] = packet;
  switch (event) {
    case 'watch':
      return watch(rooms, watcher, argument, packet.at(-1));
    case 'unwatch': {
      const name = watchName.safeParse(argument);
      if (name.success) rooms.leave(watcher, name.data);
      return name.success ? 'done' : 'malformed';
    }
    case 'announced':
      // Who has played what is of use once a speaker answers for its zone.
      return announcedMessage.safeParse(argument).success ? 'done' : 'malformed';
    default:
      return 'unknown';
  }
}

function watch(rooms: Rooms, watcher: Watcher, argument: unknown, last: unknown): Asked {
  const answer = typeof last === 'function' ? last : () => {};
  const name = watchName.safeParse(argument);
  if (!name.success) {
    answer(problem('malformed'));
    return 'malformed';
  }
  const code = refusalOf(watcher, name.data);
  const room = code === null ? rooms.enter(watcher, name.data) : null;
  if (!room) {
    answer(problem(code ?? 'not-found'));
    return 'refused';
  }
  answer(null);
  rooms.tell(room, [watcher]);
  return 'done';
}

function refusalOf(watcher: Watcher, text: string): keyof typeof problems | null {
  const name = readName(text);
  if (name === null) return 'not-found';
  if (watcher.names.size >= mostNames && !watcher.names.has(text)) return 'too-many-requests';
  return forbidden(name, watcher.principal);
}

const problems = {
  malformed: [400, 'A view is watched by its name, a text of 1 to 80 characters.'],
  'not-signed-in': [401, 'This view needs a token or a session.'],
  forbidden: [403, 'Your role may not watch this view.'],
  'not-found': [404, 'There is no such view.'],
  'too-many-requests': [429, `One connection watches at most ${mostNames} views.`],
} satisfies Partial<Record<ProblemCode, [number, string]>>;

function problem(code: keyof typeof problems): Problem {
  const [status, title] = problems[code];
  return { type: 'about:blank', title, status, code };
}
