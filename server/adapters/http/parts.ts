/** What the HTTP adapter is given: everything it needs of the others, and nothing else. */
import type { FingerprintOf } from '../../access/fingerprints.ts';
import type { Guesses } from '../../access/guesses.ts';
import type { IdentityNumbers } from '../../access/identity-numbers.ts';
import type { Access } from '../../access/principal.ts';
import type { DeviceInfo, KeyName, PressResult } from '../../contract/devices.ts';
import type { DevicePress } from '../../contract/http-devices.ts';
import type { OfficeChange, OfficeEdit } from '../../contract/http-office.ts';
import type { Office } from '../../contract/office.ts';
import type { PaperStation } from '../../contract/paper.ts';
import type { Report } from '../../contract/report.ts';
import type { Name } from '../../contract/values.ts';
import type { SetUpBlock } from '../../contract/views-devices.ts';
import type { StationPaper } from '../../contract/views-papers.ts';
import type { ImportedLine } from '../../domain/booking/booking-commands.ts';
import type { Command } from '../../domain/commands.ts';
import type { DomainEvent } from '../../domain/events.ts';
import type { Forecast } from '../../domain/forecast/forecast.ts';
import type { DevicesAround } from '../../domain/views/device.ts';
import type { Hub } from '../../hub.ts';
import type { Log } from '../../log.ts';
import type { Media } from '../../media/media.ts';
import type { Device, Reached } from './device-set-up.ts';
import type { Limits } from './limits.ts';
import type { Terminals } from './terminal-parts.ts';

/** The counter boxes of the start page: real MQTT clients inside the hub. */
export interface VirtualBoxes {
  press(counter: number, key: KeyName, arg?: string | number): Promise<PressResult>;
}

/** What is known of devices beyond their connection, and what can be done with them. */
export interface DeviceSources extends Omit<DevicesAround, 'setUp'> {
  /** @param told the password as long as it is known, and by which address the hub was reached */
  setUp(
    device: Device,
    told?: { readonly password: string; readonly reached: Reached },
  ): readonly SetUpBlock[];
  /** Where devices and phones find the hub: its address in their network. */
  address(reached: Reached): { readonly host: string; readonly httpPort: number; readonly mqttPort: number };
  /** Something to be seen from across the room; false: it is not connected, or has nothing to show. */
  identify(id: string): boolean | Promise<boolean>;
  /** The command of a press at a counter, as if the device had been pressed; undefined: it means nothing there. */
  commandOf(device: Device, press: DevicePress, counter: number): Command | undefined;
  /** Another device that would use the same topics; null: none. Absent: nobody knows the topics of makers. */
  sharesTopicsWith?(device: Pick<Device, 'id' | 'driver' | 'settings'>): string | null;
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

/** The office file as it is written: in its own words, with its comments. */
export interface OfficeText {
  /** Its data; null where it cannot be read. */
  written(text: string): unknown;
  /** Null: an edit has no place in the file. */
  edit(text: string, edits: readonly OfficeEdit[]): string | null;
  changes(before: unknown, after: unknown): OfficeChange[];
}

/** `seq` counts the events of the stream; `by` is the account that asked for it. */
export interface Recorded {
  readonly seq: number;
  readonly by: string;
  readonly event: DomainEvent;
}

/** After `after` (0: from the beginning), at most so much; of these types, about one of these codes, or all. */
export interface HistoryWanted {
  readonly after: number;
  readonly most: number;
  readonly types?: readonly string[];
  readonly mentions?: readonly string[];
}

/** What is looked for in a list of bookings: its columns, and the office's words for what they hold. */
export interface ListWanted {
  readonly columns: Office['bookingList']['columns'];
  readonly services: readonly string[];
  readonly serviceNames: Readonly<Record<string, Name>>;
  readonly lanes: readonly string[];
  readonly laneNames: Readonly<Record<string, Name>>;
}

/** `columns`: those that were found instead. */
export type BookingList =
  | {
      readonly ok: true;
      readonly lines: readonly ListedBooking[];
      readonly mistakes: readonly {
        readonly line: number;
        readonly column: string;
        readonly message: string;
      }[];
    }
  | { readonly ok: false; readonly message: string; readonly columns?: readonly string[] };

export interface ListedBooking extends Omit<ImportedLine, 'id' | 'spoken' | 'details'> {
  readonly details?: string;
}

/** Figures of dates, the first and the last included; `outside`: cells of fewer than five people are hidden. */
export interface Reports {
  report(wanted: { readonly from: string; readonly to: string; readonly outside: boolean }): Promise<Report>;
}

/** The languages that papers are written in. */
export type PaperLanguage = 'id' | 'en';

export interface PaperWanted {
  readonly as: 'csv' | 'pdf' | 'text';
  readonly language: PaperLanguage;
}

/** Who prints for a station. */
export interface Papers {
  printerFor(station: PaperStation): StationPaper | null;
}

/** Calls as they sound, and the screens that say them. */
export interface OfficeVoice {
  /** A WAV, `short` without its repeats; null: there is no such call today. */
  wav(callId: string, short: boolean): Uint8Array | null;
  /** The call goes out to the boards again; `over`: nobody is called by it any more. */
  repeat(callId: string): 'done' | 'over' | 'unknown';
  forget(id: string): 'done' | 'online' | 'unknown';
  /** False: it is not connected. */
  identify(id: string): boolean;
}

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
  readonly devices?: DeviceSources;
  readOffice(text: string): OfficeFile;
  readonly officeText: OfficeText;
  history(stream: string, wanted: HistoryWanted): Promise<readonly Recorded[]>;
  /** What a stream comes to, for people to note down: a changed past has another one. */
  seal(stream: string): Promise<{ readonly seal: string }>;
  forecast(): Forecast;
  readonly reports: Reports;
  readonly terminals?: Terminals;
  readonly voice?: OfficeVoice;
  /** Absent: the boards have no pictures and videos. */
  readonly media?: Media;
  /** Absent: there are no printers. */
  readonly papers?: Papers;
  /** A report as a file for people; it is written beside the hub's work, which does not wait. */
  writePaper(report: Report, wanted: PaperWanted): Promise<Uint8Array>;
  /** Where the built pages are. */
  readonly distFolder: string;
  /** A list of bookings as another system exports it; it is read beside the hub's work, which does not wait. */
  readList(bytes: Uint8Array, wanted: ListWanted): Promise<BookingList>;
  /** Whether the hub can do its work. */
  ready(): boolean;
  /** 128 random bits in base64url. */
  freshId(): string;
  readonly limits?: Partial<Limits>;
  /** ID1: with the key of the data folder; absent: with one that lives as long as the process. */
  readonly identities?: IdentityNumbers;
  /** With the key of the data folder, as above. */
  readonly fingerprintOf?: FingerprintOf;
  /** How guesses are slowed; tests hand in a clock of their own. */
  readonly guesses?: Guesses;
  /** Network time in milliseconds since 1970, for sessions. */
  now?(): number;
}
