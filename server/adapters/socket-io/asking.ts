/** What a client may ask. Whatever it sends is parsed here, answered if it can be, and counted if it is wrong. */

import { performance } from 'node:perf_hooks';
import { displayReport } from '../../contract/displays.ts';
import type { Problem, ProblemCode } from '../../contract/refusals.ts';
import { announcedMessage, watchName } from '../../contract/socket.ts';
import { forbidden, readName } from './names.ts';
import type { Rooms } from './rooms.ts';
import type { Screens } from './screens.ts';
import { mayReport, mostNames, type Watcher } from './watcher.ts';

/** What became of a message. */
export type Asked = 'done' | 'refused' | 'malformed' | 'unknown';

export interface Askable {
  readonly rooms: Rooms;
  /** Absent: nobody keeps them. */
  readonly screens?: Screens;
}

/** @param packet the event's name and its arguments; the last is a function when an answer is wanted */
export function ask({ rooms, screens }: Askable, watcher: Watcher, packet: readonly unknown[]): Asked {
  const [event, argument] = packet;
  switch (event) {
    case 'watch':
      return watch(rooms, watcher, argument, packet.at(-1));
    case 'unwatch': {
      const name = watchName.safeParse(argument);
      if (name.success) rooms.leave(watcher, name.data);
      return name.success ? 'done' : 'malformed';
    }
    case 'announced': {
      const said = announcedMessage.safeParse(argument);
      if (said.success) screens?.announced(watcher.screen, said.data.callId);
      return said.success ? 'done' : 'malformed';
    }
    case 'report':
      return report(screens, watcher, argument, packet.at(-1));
    default:
      return 'unknown';
  }
}

function report(screens: Screens | undefined, watcher: Watcher, argument: unknown, last: unknown): Asked {
  const answer = typeof last === 'function' ? last : () => {};
  if (!mayReport(watcher, performance.now())) {
    answer(problem('too-many-requests', 'Reports come too often.'));
    return 'refused';
  }
  const read = displayReport.safeParse(argument);
  if (!read.success) {
    answer(problem('malformed', 'This is no report of a screen.'));
    return 'malformed';
  }
  answer(screens?.reported(watcher.screen, read.data) ?? { speaks: false, build: read.data.build });
  return 'done';
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

function problem(code: keyof typeof problems, what?: string): Problem {
  const [status, about] = problems[code];
  const title = what ?? about;
  return { type: 'about:blank', title, status, code };
}
