/** Boxes that press and kiosks that take tickets, as fast as they are answered; each remembers what it was told. */
import { Socket } from 'node:net';
import { connectAsync } from 'mqtt';
import type { PressResult } from '../../server/contract/devices.ts';
import type { Answer } from './client.ts';
import { clientOf } from './client.ts';

/** One attempt: it keeps its name until it is answered. `acknowledged`: the hub has said that it is recorded. */
export interface Attempt<A> {
  readonly name: string;
  acknowledged: boolean;
  answer: A | null;
}

export interface Box {
  readonly id: string;
  readonly counter: number;
  readonly account: { readonly username: string; readonly password: string };
  readonly presses: (Attempt<PressResult> & { readonly seq: number })[];
}

export interface Kiosk {
  readonly name: string;
  readonly token: string;
  readonly service: string;
  readonly tickets: Attempt<Answer>[];
}

export interface Load {
  /** Called for everything that the hub has acknowledged. */
  acknowledged(): void;
}

const boot = '7F3A';

/** A box on its line. */
export interface PluggedIn {
  /** The texts that its board was told, in order. */
  readonly shown: string[];
  /** Rejects when the line is lost before the result is there. */
  press(press: Box['presses'][number]): Promise<PressResult>;
  unplug(): Promise<void>;
}

export async function plugIn(port: number, { id, account }: Box): Promise<PluggedIn> {
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, {
    clientId: id,
    ...account,
    reconnectPeriod: 0,
  });
  // The library leaves Nagle's delay on: 40 ms for each press.
  if (client.stream instanceof Socket) client.stream.setNoDelay(true);
  const waiting = new Map<number, (result: PressResult) => void>();
  const shown: string[] = [];
  const { promise: lost, reject } = Promise.withResolvers<never>();
  lost.catch(() => undefined);
  client.on('close', () => reject(new Error('the line is lost')));
  client.on('error', reject);
  client.on('message', (topic, payload) => {
    const message = JSON.parse(payload.toString());
    if (topic.endsWith('/display/set')) shown.push(message.text);
    else waiting.get(message.seq)?.(message);
  });
  const topics = [`loket/v1/${id}/event/result`, `loket/v1/${id}/display/set`];
  await Promise.race([client.subscribeAsync(topics, { qos: 1 }), lost]);

  return {
    shown,
    async press(press) {
      const { seq } = press;
      const message = JSON.stringify({ event_type: 'next', seq, boot, arg: null, age_ms: 0 });
      const result = new Promise<PressResult>((resolve) => waiting.set(seq, resolve));
      const puback = client.publishAsync(`loket/v1/${id}/event`, message, { qos: 1 });
      await Promise.race([puback, lost]);
      press.acknowledged = true;
      press.answer = await Promise.race([result, lost]);
      return press.answer;
    },
    unplug: () => client.endAsync(true),
  };
}

/** Presses until the line is lost; the press under way then stays without an answer. */
export async function pressOn(line: PluggedIn, box: Box, load: Load): Promise<void> {
  try {
    for (;;) {
      const seq = box.presses.length + 1;
      const press = { name: `${box.id}:${seq}`, seq, acknowledged: false, answer: null };
      box.presses.push(press);
      await line.press(press);
      load.acknowledged();
    }
  } catch {
    await line.unplug();
  }
}

/** Takes tickets until the hub is gone, or has had enough of this kiosk for the moment. */
export async function takeOn(port: number, kiosk: Kiosk, load: Load): Promise<void> {
  for (;;) {
    const ticket: Attempt<Answer> = {
      name: `${kiosk.name}:${kiosk.tickets.length + 1}`,
      acknowledged: false,
      answer: null,
    };
    kiosk.tickets.push(ticket);
    const answer = await take(port, kiosk, ticket).catch(() => null);
    if (answer?.status !== 201) return;
    load.acknowledged();
  }
}

/** With the same key each time. */
export async function take(port: number, kiosk: Kiosk, ticket: Attempt<Answer>): Promise<Answer> {
  const body = { service: kiosk.service };
  const answer = await clientOf(port, kiosk.token).send('POST', '/tickets', body, ticket.name);
  if (answer.status === 201) {
    ticket.acknowledged = true;
    ticket.answer = answer;
  }
  return answer;
}
