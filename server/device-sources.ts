/** What the pages and HTTP know of devices beyond their accounts: from the broker, the printers, and the set-up lines. */
import type { HttpParts } from './adapters/http/parts.ts';
import type { Mqtt } from './adapters/mqtt/broker.ts';
import { actionOf } from './devices/foreign/keys.ts';
import { sharesTopicsWith } from './devices/foreign/shared-topics.ts';
import { toCommand } from './devices/loket.ts';
import { hubAddress, type Reached } from './devices/set-up/hub-address.ts';
import { setUpLines } from './devices/set-up.ts';
import type { BoardSeen } from './domain/views/device.ts';
import type { Hub } from './hub.ts';

type Sources = NonNullable<HttpParts['devices']>;

/** The broker's book of its devices; a broker without one knows nothing of them. */
type Book = Pick<Sources, 'messages' | 'trouble' | 'battery' | 'knocks'> & {
  onChange(listener: (id: string | null) => void): void;
};
type Broker = Mqtt & {
  readonly book?: Book;
  board?(id: string): BoardSeen | null;
  identify?(id: string): boolean;
};
interface Printers {
  state(id: string): ReturnType<Sources['printer']>;
  identify(id: string): Promise<boolean>;
  onChange(listener: (id: string) => void): void;
}

interface Order {
  readonly hub: Hub;
  readonly broker: Broker;
  readonly printers?: Printers;
  /** Known once the web server listens. */
  readonly httpPort: () => number;
}

export function deviceSources({ hub, broker, printers, httpPort }: Order): Sources & Pick<Book, 'onChange'> {
  const { book } = broker;
  const isPrinter = (id: string): boolean => hub.state.calendar.devices.get(id)?.driver === 'escpos';
  const address = (reached: Reached) => ({
    host: hubAddress(reached),
    mqttPort: broker.port,
    httpPort: httpPort(),
  });
  return {
    address,
    messages: (id) => book?.messages(id) ?? [],
    trouble: (id) => book?.trouble(id) ?? null,
    battery: (id) => book?.battery(id) ?? null,
    knocks: () => book?.knocks() ?? [],
    board: (id) => broker.board?.(id) ?? null,
    printer: (id) => (isPrinter(id) ? (printers?.state(id) ?? null) : null),
    setUp(device, told) {
      const { password = null, reached = { host: null, local: null } } = told ?? {};
      return setUpLines({ device, hub: address(reached), password });
    },
    identify: (id) => (isPrinter(id) ? (printers?.identify(id) ?? false) : (broker.identify?.(id) ?? false)),
    commandOf,
    sharesTopicsWith: (device) => sharesTopicsWith(device, hub.state.calendar.devices.values()),
    onChange(listener) {
      book?.onChange(listener);
      printers?.onChange(listener);
    },
  };
}

/** A press from afar is what the device's own would be: a key, or a gesture by what its settings make of it. */
export const commandOf: Sources['commandOf'] = ({ settings }, press, counter) => {
  const action = 'key' in press ? press : actionOf(settings, press.input ?? '', press.gesture);
  if (!action) return undefined;
  return toCommand({ event_type: action.key, seq: 0, boot: '0', arg: action.arg ?? null }, counter);
};
