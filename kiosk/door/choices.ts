/** What the guard can choose with one key: every service in every lane, and the digit that means it. */
import type { DoorView } from '../../server/contract/views-door.ts';

type Name = Readonly<Record<string, string>>;

export interface Choice {
  readonly service: string;
  readonly lane: string;
  readonly serviceName: Name;
  readonly laneName: Name;
  /** Whoever comes for it enters the room. */
  readonly inside: boolean;
  /** In the lane that nobody has to ask for. */
  readonly usual: boolean;
  /** Of a numeric keypad; null where the digits are used up. */
  readonly digit: number | null;
  /** Places left in the lane today; null where they are not limited. */
  readonly left: number | null;
  /** The code of a booking, which says the service and the lane itself. */
  readonly booking?: string;
}

/** A booking that was scanned: its own window binds, and it has its place already. */
export const choiceOfBooking = (code: string): Choice => ({
  ...{ service: '', lane: '', serviceName: {}, laneName: {} },
  ...{ inside: true, usual: true, digit: null, left: null, booking: code },
});

export function choicesOf({ services, lanes, places }: DoorView): readonly Choice[] {
  return services
    .flatMap((service) => lanes.map((lane, index) => ({ service, lane, usual: index === 0 })))
    .map(({ service, lane, usual }, index) => ({
      service: service.id,
      lane: lane.id,
      serviceName: service.name,
      laneName: lane.name,
      inside: service.inside,
      usual,
      digit: index < 9 ? index + 1 : null,
      left: places.find((place) => place.lane === lane.id)?.left ?? null,
    }));
}
