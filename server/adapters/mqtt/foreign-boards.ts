/** Boards of other makers: told their text in their own way, at the start, at each change, and when they come back. */
import { fitText } from '../../contract/board-text.ts';
import { type BoardProfile, boardProfile } from '../../contract/device-settings.ts';
import type { BoardFamily, ForeignPublish, Wanted } from '../../devices/foreign/family.ts';
import { boardOf } from './boards.ts';
import { covers } from './filters.ts';
import type { Foreign, Known } from './makers.ts';
import type { Publisher } from './publisher.ts';
import { touchedCounters } from './touched.ts';
import type { State, Told } from './types.ts';

export interface BoardText {
  readonly wanted: string;
  /** Null: it does not say. */
  readonly shown: string | null;
  readonly ok: boolean | null;
}

export interface ForeignBoards {
  all(): void;
  told(told: Told): void;
  /** It is there again: @param filters what it just subscribed to; null: it was heard over its gateway. */
  back(id: string, filters: readonly string[] | null): void;
  /** What it says it shows; an empty text: what it was told. */
  shows(id: string, text: string, ok: boolean): void;
  text(id: string): BoardText | null;
  /** False: it has no board. */
  identify(id: string): boolean;
  /** It is no device any more, or another one. */
  forget(known: Known): void;
  stop(): void;
}

interface Shown {
  /** What is on it, so that a change of something else leaves it in peace. */
  key: string;
  wanted: Wanted;
  said: { text: string; ok: boolean } | null;
  timers: NodeJS.Timeout[];
}

interface Parts {
  readonly foreign: Foreign;
  readonly publisher: Publisher;
  readonly state: () => State;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onChange: (id: string) => void;
}

const identifyMs = 5000;

export function createForeignBoards({ foreign, publisher, state, now, onChange }: Parts): ForeignBoards {
  const boards = new Map<string, Shown>();

  function publish(messages: readonly ForeignPublish[]): void {
    for (const { topic, payload, retain } of messages)
      if (retain) publisher.keep(topic, payload);
      else publisher.sendText(topic, payload);
  }

  /** The same, and kept nowhere. */
  const say = (messages: readonly ForeignPublish[]): void =>
    publish(messages.map((message) => ({ ...message, retain: false })));

  function calm(id: string): void {
    for (const timer of boards.get(id)?.timers ?? []) clearTimeout(timer);
  }

  /** The text at once; blinking until its time is over, then steady. */
  function show({ device, foreign: known }: Known, board: BoardFamily, wanted: Wanted, key: string): void {
    calm(device.id);
    const timers: NodeJS.Timeout[] = [];
    boards.set(device.id, { key, wanted, said: null, timers });
    publish(board.show(known, wanted));
    onChange(device.id);
    if (wanted.blinkMs === 0 || wanted.text === '') return;
    const steady = () => {
      for (const timer of timers) clearTimeout(timer);
      publish(board.show(known, steadyOf(wanted)));
    };
    timers.push(setTimeout(steady, wanted.blinkForMs).unref());
    if (!board.blink) return;
    const { off, on } = board.blink;
    let isOn = true;
    const turn = () => {
      isOn = !isOn;
      publish(isOn ? on(known, wanted) : off(known, wanted));
    };
    timers.push(setInterval(turn, wanted.blinkMs).unref());
  }

  function update(known: Known, at: number): void {
    const { counter, id } = known.device;
    const { board } = known.family;
    if (!board || counter === null) return;
    const { text, rev, blink_ms: blinkMs, blink_for_ms: blinkForMs } = boardOf(state(), counter, at);
    const wanted = { text: fitText(text, profileOf(known, board)), counter, blinkMs, blinkForMs };
    // The device itself is part of it: with other settings it is told again.
    const key = `${rev} ${counter} ${wanted.text} ${JSON.stringify(known.device.settings)}`;
    if (boards.get(id)?.key !== key) show(known, board, wanted, key);
  }

  /** What it should show, once more and quietly, whatever is on it. */
  function again(id: string): void {
    const known = foreign.of(id);
    const shown = boards.get(id);
    if (!known?.family.board || !shown) return;
    show(known, known.family.board, steadyOf(shown.wanted), shown.key);
  }

  return {
    all() {
      for (const known of foreign.all()) update(known, now());
    },
    told({ at, events, reloaded }) {
      const touched = reloaded ? 'all' : touchedCounters(state(), events);
      for (const known of foreign.all()) {
        const { counter } = known.device;
        if (touched === 'all' || (counter !== null && touched.has(counter))) update(known, at);
      }
    },
    back(id, filters) {
      const known = foreign.of(id);
      const shown = boards.get(id);
      if (!known?.family.board || !shown) return;
      const messages = known.family.board.show(known.foreign, steadyOf(shown.wanted));
      // What is kept comes with the subscription itself.
      const isAsked = ({ topic, retain }: ForeignPublish) =>
        !retain && (filters === null || filters.some((filter) => covers(filter, topic)));
      if (messages.some(isAsked)) again(id);
    },
    shows(id, text, ok) {
      const shown = boards.get(id);
      if (!shown) return;
      shown.said = { text: text === '' && ok ? shown.wanted.text : text, ok };
      onChange(id);
    },
    text(id) {
      const shown = boards.get(id);
      if (!shown || !foreign.of(id)?.family.board) return null;
      return { wanted: shown.wanted.text, shown: shown.said?.text ?? null, ok: shown.said?.ok ?? null };
    },
    identify(id) {
      const known = foreign.of(id);
      const { board } = known?.family ?? {};
      if (!known || !board) return false;
      calm(id);
      publish(board.identify?.(known.foreign) ?? board.show(known.foreign, nameOf(known, board)));
      // One that stands at no counter shows nothing else.
      const over = () => (boards.has(id) ? again(id) : say(board.show(known.foreign, dark)));
      const timer = setTimeout(over, identifyMs).unref();
      boards.get(id)?.timers.push(timer);
      return true;
    },
    forget({ device, foreign: known, family }) {
      const { wanted } = boards.get(device.id) ?? {};
      calm(device.id);
      boards.delete(device.id);
      // Without a counter it would keep the last number.
      if (wanted?.text && (foreign.of(device.id)?.device.counter ?? null) === null)
        say(family.board?.show(known, dark) ?? []);
      for (const { topic, retain } of (wanted && family.board?.show(known, wanted)) ?? [])
        if (retain) publisher.clear(topic);
    },
    stop() {
      for (const id of boards.keys()) calm(id);
    },
  };
}

const dark: Wanted = { text: '', counter: 0, blinkMs: 0, blinkForMs: 0 };
const steadyOf = (wanted: Wanted): Wanted => ({ ...wanted, blinkMs: 0, blinkForMs: 0 });

const profileOf = ({ device }: Known, board: BoardFamily): BoardProfile =>
  boardProfile.safeParse(device.settings.board).data ?? board.usualProfile;

/** Its id; where that does not fit, all segments: seen from across the room, and no number of anybody. */
function nameOf(known: Known, board: BoardFamily): Wanted {
  const { device } = known;
  const profile = profileOf(known, board);
  const all = (profile.characters === 'digits' ? '8' : '-').repeat(profile.width);
  return {
    text: fitText(device.id, profile) || all,
    counter: device.counter ?? 0,
    blinkMs: 0,
    blinkForMs: 0,
  };
}
