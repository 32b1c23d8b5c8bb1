/** What a device says in the contract's own words, its presses apart: who it is, whether it is there, what its board shows. */
import { z } from 'zod';
import { base, deviceStatus, topics } from '../../contract/devices.ts';
import type { Notes } from './book.ts';
import type { Guard } from './guard.ts';
import { type PresenceBook, readJson } from './presence.ts';
import { bytesOf, type Publish } from './types.ts';

interface Parts {
  readonly presence: PresenceBook;
  readonly notes: Notes;
  readonly guard: Guard;
}

const telemetry = z.object({ battery_pct: z.number().min(0).max(100).nullish() });
/** A line of its bridge: what came in, what went out, what was wrong on the wire. */
const wireLine = z.object({ way: z.enum(['in', 'out', 'wrong']), text: z.string() });
/** A thermometer's line of Q1: what was measured on somebody is not kept. */
const measured = /(\bTMP,).*/;

const kinds: Readonly<Record<string, string>> = {
  status: 'status',
  info: 'info',
  'display/state': 'board',
  temperature: 'reading',
  telemetry: 'telemetry',
};

/**
 * @param isWill what the broker says for a device that is gone
 * @returns false: the topic is none of the device's own.
 */
export function noteOwn(parts: Parts, id: string, packet: Publish, isWill: boolean): boolean {
  const branch = `${base}/${id}/`;
  if (!packet.topic.startsWith(branch)) return false;
  const { presence, notes } = parts;
  const name = packet.topic.slice(branch.length);
  const bytes = bytesOf(packet.payload);
  presence.seen(id);
  if (name === 'log') noteLine(parts, id, bytes);
  else {
    const entry = notes.from(id, packet.topic, bytes, kinds[name] ?? 'other');
    if (!understood(parts, id, packet, bytes, isWill))
      notes.judged(id, entry, kinds[name] ?? 'other', 'malformed');
  }
  return true;
}

/** False: it is not what the contract says; such a status says nothing that later subscribers should hear. */
function understood(
  { presence, notes, guard }: Parts,
  id: string,
  packet: Publish,
  bytes: Buffer,
  isWill: boolean,
): boolean {
  switch (packet.topic) {
    case topics.info(id):
      presence.info(id, bytes);
      return true;
    case topics.displayState(id):
      presence.display(id, bytes);
      return true;
    case topics.status(id): {
      const { data: status } = deviceStatus.safeParse(bytes.toString());
      if (status === undefined) {
        guard.drop('malformed-message', { device: id });
        packet.retain = false;
        return false;
      }
      if (!isWill) presence.status(id, status === 'online');
      return true;
    }
    case `${base}/${id}/telemetry`: {
      const charge = telemetry.safeParse(readJson(bytes)).data?.battery_pct;
      if (typeof charge === 'number') notes.charged(id, Math.round(charge));
      return true;
    }
  }
  return true;
}

function noteLine({ notes, guard }: Parts, id: string, bytes: Buffer): void {
  const { data: line } = wireLine.safeParse(readJson(bytes));
  if (line) notes.line(id, line.text.replace(measured, '$1…'), line.way);
  else guard.drop('malformed-message', { device: id });
}
