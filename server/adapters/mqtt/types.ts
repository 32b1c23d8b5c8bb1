/** The hub's types under the names by which this adapter speaks of them. */
import type { AedesOptions } from 'aedes';
import type { DeviceInfo } from '../../contract/devices.ts';
import type { Hub } from '../../hub.ts';

/** A message of a client, as the broker asks whether it may pass. */
export type Publish = Parameters<NonNullable<AedesOptions['authorizePublish']>>[1];
export type Command = Parameters<Hub['submit']>[0];
export type State = Hub['state'];
export type Told = Parameters<Parameters<Hub['onTold']>[0]>[0];
export type Device = State['calendar']['devices'] extends Map<string, infer Value> ? Value : never;

/** What is known of a device since the hub started. */
export interface Presence {
  readonly online: boolean;
  /** ISO 8601; when its last packet came. */
  readonly lastSeen: string;
  /** What it said of itself on `info`. */
  readonly info: DeviceInfo | null;
  /** What its board says it shows. */
  readonly display: { readonly rev: number; readonly text: string; readonly ok: boolean } | null;
  readonly address: string;
}

/** An account of driver `integration` is an ordinary client inside its own topic filters. */
export const isIntegration = (device: Device): boolean => device.driver === 'integration';

export const bytesOf = (payload: Buffer | string): Buffer =>
  typeof payload === 'string' ? Buffer.from(payload) : payload;
