/** Says the calls of this page: one after the other, each to its end, and tells the hub of each that was heard. */
import type { AnnounceMessage } from '../../../server/contract/socket.ts';
import { type CallSeen, createQueue, tooLateAloneMs } from './queue.ts';
import { setSaying } from './saying.ts';
import { createSentences } from './sentences.ts';
import type { Sound } from './sound.ts';

export interface Speaker {
  /** The hub's choice: whether this page is the voice of its zone. What waits already is still said. */
  choose(speaks: boolean): void;
  hear(call: AnnounceMessage): void;
  /** The calls of a view. */
  keep(calls: readonly CallSeen[]): void;
  /** Nothing more is begun; what sounds may sound to its end. */
  close(): void;
}

export interface Line {
  readonly isConnected: () => boolean;
  readonly tellHeard: (callId: string) => void;
}

export function createSpeaker(sound: Sound, line: Line): Speaker {
  const queue = createQueue();
  const sentences = createSentences(sound.decode);
  let speaks = false;
  let speaking = false;
  let closed = false;

  const nextCall = () => queue.next(performance.now(), line.isConnected() ? undefined : tooLateAloneMs);

  /** What follows is there when its turn comes; with others behind it, it is said without repeats. */
  function fetchNext(): void {
    const next = queue.peek();
    if (next) sentences.fetchAhead(next, queue.size > 1);
  }

  async function say(call: AnnounceMessage): Promise<void> {
    const sentence = await sentences.take(call, queue.size > 0);
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
      for (let call = nextCall(); call && !closed; call = nextCall()) await say(call).catch(() => {});
    } finally {
      speaking = false;
    }
  }

  return {
    choose(now) {
      speaks = now;
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
