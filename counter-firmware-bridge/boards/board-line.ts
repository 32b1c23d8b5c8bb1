/** A serial line of boards, whatever they speak: what is painted when, and what is tried again. */
import type { BoardProfile } from '../../server/contract/device-settings.ts';
import type { SerialLine } from '../../server/contract/office.ts';
import type { Line, LineParts } from '../line.ts';
import type { Blinking } from './blink.ts';
import { type Board, createBoard, type Picture } from './board.ts';
import { createSeat, type Outcome, type Seat } from './seat.ts';
import { createTurns } from './turns.ts';

export type BoardDevice = SerialLine['devices'][number];

/** What a protocol has to say. */
export interface Wire {
  /** Boards that answer are online while they do, others while the port is open. */
  readonly answers: boolean;
  profile(device: BoardDevice): BoardProfile;
  blinking(device: BoardDevice): Blinking;
  /**
   * Brings a picture to a board; nothing else is sent meanwhile.
   * @param tries how often it is worth to be sent
   * @param done called once, unless the port closes
   */
  send(device: BoardDevice, picture: Picture, tries: number, done: (outcome: Outcome) => void): void;
  bytes(chunk: Uint8Array): void;
  /** The port is gone: what was under way is forgotten. */
  drop(): void;
}

interface Place {
  readonly device: BoardDevice;
  readonly seat: Seat;
  readonly board: Board;
  /** Takes back the next try of a silent board. */
  rest: () => void;
}

/** A board that lost power for a moment knows nothing any more, and says nothing. */
const repaintMs = 60_000;
const silentRetryMs = 5000;
const usualTries = 3;

export function makeBoardLine(line: SerialLine, parts: LineParts, wire: Wire): Line {
  const turns = createTurns<Place>((place, done) => {
    const picture = place.board.picture();
    if (picture === null) {
      done();
      return;
    }
    const tries = place.seat.isAway() ? 1 : usualTries;
    wire.send(place.device, picture, tries, (outcome) => {
      place.seat.settle(picture, outcome);
      place.rest();
      if (outcome.kind === 'silent') place.rest = parts.later(silentRetryMs, () => turns.ask(place));
      done();
    });
  });
  const places = placesOf(line, parts, wire, turns.ask);
  const each = (work: (place: Place) => void) => places.forEach(work);
  let stopRepaint = () => {};

  function repaint(): void {
    each((place) => paint(place, turns.ask));
    stopRepaint = parts.later(repaintMs, repaint);
  }

  function halt(): void {
    turns.halt();
    stopRepaint();
    each(({ rest }) => rest());
    wire.drop();
  }

  return {
    opened() {
      halt();
      each(({ seat }) => (wire.answers ? seat.forget() : seat.status(true)));
      turns.start();
      repaint();
    },
    closed() {
      halt();
      each(({ seat }) => seat.status(false));
    },
    bytes: (chunk) => wire.bytes(chunk),
    show(id, wanted) {
      const place = places.get(id);
      place?.board.show(wanted);
      // A number that was called now is worth a try of its own.
      if (place?.seat.isAway()) turns.ask(place);
    },
    identify: (id) => places.get(id)?.board.identify(),
    stop() {
      halt();
      each(({ board }) => board.stop());
    },
  };
}

/** A silent board is tried again by its own clock, so that it does not hold up the others. */
function paint(place: Place, ask: (place: Place) => void): void {
  if (!place.seat.isAway()) ask(place);
}

function placesOf(
  line: SerialLine,
  parts: LineParts,
  wire: Wire,
  ask: (place: Place) => void,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const device of line.devices) {
    const hub = parts.hub.get(device.id);
    if (!hub) continue;
    const shape = { profile: wire.profile(device), blinking: wire.blinking(device) };
    const board = createBoard({ ...shape, name: String(device.address) }, parts, () => paint(place, ask));
    const place: Place = { device, board, seat: createSeat(hub), rest: () => {} };
    places.set(device.id, place);
  }
  return places;
}
