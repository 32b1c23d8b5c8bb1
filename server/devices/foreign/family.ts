/** What a device family of another maker is to the hub: how its messages become presses, and how its board is told its text. */
import type { BoardProfile, DeviceSettings, Gesture } from '../../contract/device-settings.ts';

/** A device as its family knows it. */
export interface ForeignDevice {
  readonly id: string;
  /** Its name in the maker's scheme: `settings.topic`, or its id. */
  readonly topic: string;
  readonly settings: DeviceSettings;
}

/** A message of the device, as the broker got it. */
export interface ForeignMessage {
  readonly topic: string;
  readonly payload: Buffer;
  /** The flag as it was sent: a state that is kept, not a thing of the moment. */
  readonly retain: boolean;
}

/** What a family makes of a message. */
export type Heard =
  | {
      readonly kind: 'press';
      /** Which of its keys: `1`, `button`; empty where it has one. */
      readonly input: string;
      readonly gesture: Gesture;
      /**
       * What tells this press from others of the device. `once`: never given again; `counter`: counts up and begins anew
       * when the device starts; null: the maker has nothing, every message is a press.
       */
      readonly mark: { readonly kind: 'once' | 'counter'; readonly text: string } | null;
    }
  /** Where a counter stands, without a press: after a start, or after a gesture that means nothing here. */
  | { readonly kind: 'count'; readonly input: string; readonly text: string }
  /** A key whose state is told: a press is the change from up to down, heard on one connection. */
  | { readonly kind: 'level'; readonly input: string; readonly down: boolean }
  | { readonly kind: 'status'; readonly online: boolean }
  | { readonly kind: 'battery'; readonly percent: number }
  /** What its board shows; empty: what it was told last. */
  | { readonly kind: 'shown'; readonly text: string; readonly ok: boolean };

/** What a board is to show now. */
export interface Wanted {
  /** Made to fit the board already: its width, its characters. */
  readonly text: string;
  readonly counter: number;
  readonly blinkMs: number;
  readonly blinkForMs: number;
}

export interface ForeignPublish {
  readonly topic: string;
  readonly payload: string;
  /** Kept for a board that comes back. */
  readonly retain: boolean;
}

export interface BoardFamily {
  readonly usualProfile: BoardProfile;
  /** What brings the board to this text, and to stay there. */
  show(device: ForeignDevice, wanted: Wanted): readonly ForeignPublish[];
  /** What hides and shows the text while it blinks; absent: the family's `show` blinks by itself. */
  readonly blink?: {
    off(device: ForeignDevice, wanted: Wanted): readonly ForeignPublish[];
    on(device: ForeignDevice, wanted: Wanted): readonly ForeignPublish[];
  };
  /** For "identify": something to be seen from across the room for some seconds. Absent: its id is shown. */
  identify?(device: ForeignDevice): readonly ForeignPublish[];
}

/** Pure: what lives on between messages is the caller's. */
export interface DeviceFamily {
  /** Topic filters the device may publish on; each begins with a level of its own scheme that holds `device.topic`. */
  publishes(device: ForeignDevice): readonly string[];
  /** Topic filters it may read. */
  reads(device: ForeignDevice): readonly string[];
  /** What the maker's devices publish besides, and nobody needs here: dropped, and no trouble. */
  aside?(device: ForeignDevice): readonly string[];
  /** What a message says; empty where it means nothing here. Never throws. */
  hear(device: ForeignDevice, message: ForeignMessage): readonly Heard[];
  /** Its own account is that of a gateway, which says more and longer things than a button. */
  readonly isGateway?: true;
  readonly board?: BoardFamily;
}
