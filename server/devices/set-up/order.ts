/** What the lines of a set-up are made of, and how a value is written where it goes. */

export interface SetUpDevice {
  readonly id: string;
  readonly driver: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Of a gateway. */
  readonly write: readonly string[];
}

export interface HubAddress {
  /** An IP address: many devices know no names on the local network. */
  readonly host: string;
  readonly mqttPort: number;
  readonly httpPort: number;
}

export interface SetUpOrder {
  readonly device: SetUpDevice;
  readonly hub: HubAddress;
  /** Null: nobody knows it any more; a place is left for it. */
  readonly password: string | null;
}

/** Stands where the password belongs. */
export const unknownPassword = '********';

export const secretOf = ({ password }: SetUpOrder): string => password ?? unknownPassword;

/** The device's name in its maker's scheme. */
export const topicOf = ({ device: { id, settings } }: SetUpOrder): string =>
  typeof settings.topic === 'string' ? settings.topic : id;

/** For YAML and JSON: a string in double quotes is the same in both. */
export const quoted = (text: string): string => JSON.stringify(text);

/** For a POSIX shell: nothing in it is read as anything but itself. */
export const shell = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
