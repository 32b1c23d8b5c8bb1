/** The lines that bring a device to the hub, with the address by which whoever asks has reached it. */
import type { SetUpBlock } from '../../contract/views-devices.ts';
import type { Hub } from '../../hub.ts';
import type { Call, Context } from './route.ts';

export type Device = Hub['state']['calendar']['devices'] extends Map<string, infer Value> ? Value : never;

/** How the hub was reached: the host that the address named, and the hub's own end of the connection. */
export interface Reached {
  readonly host: string | null;
  readonly local: string | null;
}

export function setUpFor(
  device: Device,
  password: string,
  { request }: Pick<Call, 'request'>,
  { devices }: Context,
): readonly SetUpBlock[] {
  const reached = { host: request.hostname ?? null, local: request.socket.localAddress ?? null };
  return devices?.setUp(device, { password, reached }) ?? [];
}
