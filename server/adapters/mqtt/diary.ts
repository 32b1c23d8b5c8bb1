/** The last messages of each device, both ways, for the technician: kept as they came, put into words when somebody looks. */
import { base } from '../../contract/devices.ts';
import type { DeviceMessage } from '../../contract/views-devices.ts';

/** `verdict` is known later where something was asked. */
export interface Entry {
  readonly at: number;
  readonly way: DeviceMessage['way'];
  readonly topic: string;
  readonly payload: Buffer | string;
  kind: string;
  verdict: string | null;
}

export interface Diary {
  note(id: string, entry: Entry): void;
  /** Newest first. */
  messages(id: string): readonly DeviceMessage[];
  forget(id: string): void;
}

const mostMessages = 50;
const mostCharacters = 300;
/** Four bytes a character are enough. */
const mostBytes = 4 * mostCharacters;

/** A copy: what came from a socket is a part of something larger. */
export const keptOf = (payload: Buffer | string): Buffer | string =>
  typeof payload === 'string' ? payload : Buffer.from(payload.subarray(0, mostBytes));

/** What was measured on somebody is not kept, not here either. */
const measured = /("[^"]*(?:temp|object_c|ambient_c|body_c)[^"]*"\s*:\s*)"?-?[\d.]+"?/gi;
const personalTopic = new RegExp(`^${base}/[^/]+/temperature$`);
export const isReading = (topic: string): boolean => personalTopic.test(topic);

const wordsOf = ({ topic, payload }: Entry): string =>
  isReading(topic) ? '' : payload.toString().slice(0, mostCharacters).toWellFormed().replace(measured, '$1…');

export function createDiary(): Diary {
  const pages = new Map<string, Entry[]>();
  return {
    note(id, entry) {
      const page = pages.get(id);
      if (!page) pages.set(id, [entry]);
      else if (page.push(entry) > mostMessages) page.shift();
    },
    messages: (id) =>
      (pages.get(id) ?? []).toReversed().map((entry) => ({
        at: new Date(entry.at).toISOString(),
        way: entry.way,
        topic: entry.topic.slice(0, mostCharacters),
        text: wordsOf(entry),
        kind: entry.kind,
        verdict: entry.verdict,
      })),
    forget: (id) => void pages.delete(id),
  };
}
