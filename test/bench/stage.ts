/** A hub with its boxes and lobby displays joined, ready to be pressed. */
import { type Box, openBox } from './box.ts';
import { createFollower, type PressTimes } from './follower.ts';
import { counters, type Hub } from './hubs.ts';
import { type Lobby, openLobby } from './lobby.ts';

export interface Stage {
  readonly hub: Hub;
  readonly lobby: Lobby;
  /**
   * Resolves when the press is acknowledged and every display and the board have it.
   * @param at when it was made, if that was before now
   */
  press(counter: number, at?: number): Promise<PressTimes>;
  /** Presses without following further than the PUBACK, whose milliseconds are told. */
  pressBlindly(counter: number, acknowledged: (ms: number) => void): void;
  /** A counter whose last press has reached everything; they take turns. */
  freeCounter(): number | undefined;
  /** Throws when a box or display was cut off or a press refused. */
  check(): void;
  close(): void;
}

interface BlindPress {
  readonly at: number;
  readonly acknowledged: (ms: number) => void;
}

export const displayCount = 50;

/** @param confirm whether boards publish what they show */
export async function openStage(hub: Hub, confirm: boolean): Promise<Stage> {
  const follower = createFollower(displayCount);
  const blind: (BlindPress | undefined)[] = [];
  const faults: string[] = [];
  const fault = (reason: string) => faults.push(reason);

  function acknowledged(counter: number): void {
    const press = blind[counter];
    blind[counter] = undefined;
    if (press === undefined) follower.acknowledged(counter);
    else press.acknowledged(performance.now() - press.at);
  }

  function pressBlindly(counter: number, onAcknowledged: (ms: number) => void): void {
    blind[counter] = { at: performance.now(), acknowledged: onAcknowledged };
    boxes[counter - 1]?.press();
  }

  function press(counter: number, at = performance.now()): Promise<PressTimes> {
    const followed = follower.follow(counter, at);
    boxes[counter - 1]?.press();
    return followed;
  }

  function check(): void {
    if (faults.length > 0) throw new Error(`${hub.kind}: ${faults.length} faults, the first: ${faults[0]}`);
  }

  const lobby = await openLobby(hub.http, displayCount, follower.displayed, fault);
  const boxes = await openBoxes(hub, confirm, (counter) => ({
    acknowledged: () => acknowledged(counter),
    lit: () => follower.lit(counter),
    refused: fault,
    closed: fault,
  }));
  const close = () => {
    lobby.close();
    for (const box of boxes) box.close();
  };
  return { hub, lobby, press, pressBlindly, freeCounter: turns(follower.isFollowing), check, close };
}

type ListenerOf = (counter: number) => Parameters<typeof openBox>[1];

function openBoxes({ boxes, mqtt }: Hub, confirm: boolean, listenerOf: ListenerOf): Promise<Box[]> {
  const opened = boxes.map((account, index) =>
    openBox({ port: mqtt, account, confirm }, listenerOf(index + 1)),
  );
  return Promise.all(opened);
}

function turns(isBusy: (counter: number) => boolean): () => number | undefined {
  let turn = 0;
  return () => {
    for (let tried = 0; tried < counters; tried += 1) {
      turn = (turn % counters) + 1;
      if (!isBusy(turn)) return turn;
    }
    return undefined;
  };
}
