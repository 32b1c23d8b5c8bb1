/** Says the calls of this page: one after the other, each to its end, and tells the hub of each that was heard. */
import type { AnnounceMessage } from '../../../server/contract/socket.ts';
import { type CallSeen, createQueue } from './queue.ts';
import { setSaying } from './saying.ts';
import { createSentences } from './sentences.ts';
import type { Sound } from './sound.ts';

export interface Speaker {
  /** The hub's choice: whether this page is the voice of its zone. If not, somebody else says what waits here. */
  choose(speaks: boolean): void;
  /** The hub is lost, and may choose somebody else: nothing is begun before it has chosen this page again. */
  lost(): void;
  hear(call: AnnounceMessage): void;
  /** The calls of a view. */
  keep(calls: readonly CallSeen[]): void;
  /** Nothing more is begun; what sounds may sound to its end. */
  close(): void;
}

export interface Line {
  /** The hub was heard a moment ago: what it chose still holds. */
  readonly isAlive: () => boolean;
  readonly tellHeard: (callId: string) => void;
}

/** While the hub is silent, and nobody knows yet whether it is lost. */
const askAgainMs = 250;

export function createSpeaker(sound: Sound, line: Line): Speaker {
  const queue = createQueue();
  const sentences = createSentences(sound.decode);
  let speaks = false;
  let sure = false;
  let speaking = false;
  let closed = false;

  const mayGoOn = (): boolean => speaks && sure && !closed;

  /** What follows is there when its turn comes; with others behind it, it is said without repeats. */
  function fetchNext(): void {
    const next = queue.first(performance.now());
    if (next) sentences.fetchAhead(next, queue.size > 1);
  }

  async function say(call: AnnounceMessage): Promise<void> {
    const sentence = await sentences.take(call, queue.size > 1);
    // Fetching takes time, in which the hub may be lost, or the call taken back.
    if (!mayGoOn() || !line.isAlive() || !queue.take(call)) return;
    fetchNext();
    setSaying(call);
    try {
      if (sentence === null) await sound.chime();
      else if (await sound.play(sentence)) line.tellHeard(call.callId);
    } finally {
      setSaying(null);
    }
  }

  async function sayAll(): Promise<void> {
    if (speaking) return;
    speaking = true;
    try {
      for (let call = queue.first(performance.now()); call && mayGoOn(); ) {
        if (line.isAlive()) await say(call).catch(() => {});
        else await new Promise((done) => setTimeout(done, askAgainMs));
        call = queue.first(performance.now());
      }
    } finally {
      speaking = false;
    }
  }

  return {
    choose(now) {
      speaks = now;
      sure = true;
      if (now) void sayAll();
      else queue.clear();
    },
    lost() {
      sure = false;
    },
    hear(call) {
      if (!speaks || closed || call.silent || !queue.add(call, performance.now())) return;
      if (speaking) fetchNext();
      void sayAll();
    },
    keep: (calls) => queue.keep(calls),
    close() {
      closed = true;
      queue.clear();
    },
  };
}
