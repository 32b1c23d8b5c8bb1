/** One device's way to the hub: the contract's topics over the device's own account. */
import { boardOrder } from '../server/contract/bridge.ts';
import { base, topics } from '../server/contract/devices.ts';
import { type HubAddress, openHubClient } from './hub-client.ts';
import type { HubEnd, Wanted } from './line.ts';
import { createNotes } from './notes.ts';
import { createPresses } from './presses.ts';

export interface HubEndOrder {
  readonly id: string;
  readonly password: string;
  readonly hub: HubAddress;
  /** Names the readings of this start. */
  readonly boot: string;
  readonly show: (wanted: Wanted) => void;
  readonly identify: () => void;
  readonly log: (message: string, what: object) => void;
}

export interface OpenHubEnd extends HubEnd {
  /** Says `offline`, then goes. */
  close(): Promise<void>;
}

export function openHubEnd(order: HubEndOrder): OpenHubEnd {
  const { id, log } = order;
  const identifyTopic = `${base}/${id}/cmd/identify`;
  /** The last trouble that nobody was told, because the hub was away. */
  let untold: string | null = null;
  let readings = 0;

  function heardMessage(topic: string, payload: Buffer): void {
    const message = readJson(payload);
    if (topic === identifyTopic) order.identify();
    else if (topic === topics.result(id)) presses.answered(message);
    else {
      const wanted = boardOrder.safeParse(message).data;
      if (wanted) order.show(wantedOf(wanted));
    }
  }

  function tellUntold(): void {
    if (untold !== null) notes.note('wrong', untold);
    untold = null;
  }

  const client = openHubClient({
    ...{ id, log, password: order.password, hub: order.hub },
    filters: [topics.result(id), topics.displaySet(id), identifyTopic],
    heard: { ready: tellUntold, lost: () => presses.lost(), message: heardMessage },
  });
  const notes = createNotes((line) => client.mention(`${base}/${id}/log`, JSON.stringify(line)));
  const presses = createPresses({
    send: (message) => client.say(topics.event(id), message),
    late({ boot, seq }) {
      log('the hub did not answer a press in time', { device: id, boot, seq });
      // What is still on its way must not arrive when nobody waits for it any more.
      client.cut();
    },
  });
  client.keep(topics.status(id), 'offline');

  return {
    press: (press) => (client.isReady() ? presses.press(press) : Promise.resolve({ kind: 'not-now' })),
    status: (online) => client.keep(topics.status(id), online ? 'online' : 'offline'),
    info: ({ model, fw, boot, caps }) =>
      client.keep(topics.info(id), JSON.stringify({ model, fw, proto: 1, boot, caps })),
    shown: ({ rev, text, ok }) => client.keep(topics.displayState(id), JSON.stringify({ rev, text, ok })),
    temperature({ object, ambient, body, kind }) {
      readings += 1;
      const measured = {
        object_c: object,
        ambient_c: ambient,
        ...(body === undefined ? {} : { body_c: body }),
      };
      client.say(
        topics.temperature(id),
        JSON.stringify({ seq: readings, boot: order.boot, ...measured, kind }),
      );
    },
    note(way, text) {
      if (client.isReady()) notes.note(way, text);
      else if (way === 'wrong') untold = text;
    },
    async close() {
      notes.stop();
      await client.close();
      presses.lost();
    },
  };
}

const wantedOf = (order: ReturnType<typeof boardOrder.parse>): Wanted => ({
  rev: order.rev,
  text: order.text,
  counter: order.counter,
  blinkMs: order.blink_ms,
  blinkForMs: order.blink_for_ms,
});

function readJson(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString());
  } catch {
    return undefined;
  }
}
