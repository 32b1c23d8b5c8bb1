/** What the HTTP adapter is given: everything it needs of the others, and nothing else. */
import type { Access } from '../../access/principal.ts';
import type { DeviceInfo, KeyName, PressResult } from '../../contract/devices.ts';
import type { Office } from '../../contract/office.ts';
import type { Hub } from '../../hub.ts';
import type { Log } from '../../log.ts';
import type { Limits } from './limits.ts';

/** The counter boxes of the start page: real MQTT clients inside the hub. */
export interface VirtualBoxes {
  press(counter: number, key: KeyName, arg?: string | number): Promise<PressResult>;
}

/** What is known of a device's connection. */
export interface DevicePresence {
  readonly online: boolean;
  /** ISO 8601; null: not since the hub started. */
  readonly lastSeen: string | null;
  readonly info: DeviceInfo | null;
  /** What its board says that it shows. */
  readonly display: { readonly rev: number; readonly text: string; readonly ok: boolean } | null;
}

export type OfficeFile =
  | { readonly ok: true; readonly office: Office }
  | {
      readonly ok: false;
      readonly mistakes: readonly {
        readonly line: number | null;
        readonly path: string;
        readonly message: string;
      }[];
    };

export interface HttpParts {
  readonly hub: Hub;
  readonly access: Access;
  readonly log: Log;
  /** `LOKET_PUBLIC_URL` without a slash at its end, or null. */
  readonly publicUrl: string | null;
  /** `LOKET_TRUST_PROXY`: addresses or networks of proxies. */
  readonly trustProxy: readonly string[];
  /** The one-time key of the set-up link; null once there is a password. */
  setUpKey(): string | null;
  readonly boxes: VirtualBoxes;
  /** By device id. */
  presence(): ReadonlyMap<string, DevicePresence>;
  readOffice(text: string): OfficeFile;
  /** Where the built pages are. */
  readonly distFolder: string;
  /** Whether the hub can do its work. */
  ready(): boolean;
  /** 128 random bits in base64url. */
  freshId(): string;
  readonly limits?: Partial<Limits>;
  /** Network time in milliseconds since 1970, for sessions. */
  now?(): number;
}
