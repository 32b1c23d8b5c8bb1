/** Notes every sound that a page makes: what a loudspeaker would have played, and from when until when. */
import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { lobby } from './scenes.ts';
import type { Stage } from './stage.ts';
import type { Stand, Stands } from './stand.ts';

export interface Heard {
  readonly kind: 'sentence' | 'tone';
  /** Of a sentence, as it was decoded. */
  readonly seconds: number | null;
  /** Milliseconds since the page was opened; null: it still sounds. */
  readonly from: number;
  until: number | null;
}

/** Before the page is opened. */
export const listenIn = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const heard: Heard[] = [];
    Object.assign(window, { heard });
    const note = (node: AudioScheduledSourceNode, kind: Heard['kind'], seconds: number | null) => {
      const one: Heard = { kind, seconds, from: performance.now(), until: null };
      heard.push(one);
      node.addEventListener('ended', () => Object.assign(one, { until: performance.now() }));
    };
    const { start } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (...when) {
      note(this, 'sentence', Math.round((this.buffer?.duration ?? 0) * 1000) / 1000);
      start.apply(this, when);
    };
    const { start: ring } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (...when) {
      note(this, 'tone', null);
      ring.apply(this, when);
    };
  });

export const soundsOf = (page: Page): Promise<Heard[]> =>
  page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);

/** A lobby that was chosen to speak. Every sound that it makes is noted. */
export async function speakingIn(stands: Stands): Promise<Stand> {
  const stand = await stands.open();
  await listenIn(stand.page);
  stand.stage.show('lobby', lobby);
  await stand.page.goto(`${stand.stage.origin}/display/`);
  await reported(stand.stage, 'on');
  return stand;
}

export const reported = (stage: Stage, sound: string) =>
  vi.waitFor(() => expect(stage.screens.reports.at(-1)?.sound).toBe(sound), { timeout: 10_000 });
export const heard = (stage: Stage, ...ids: string[]) =>
  vi.waitFor(() => expect(stage.screens.heard).toEqual(ids), { timeout: 15_000 });
export const made = (page: Page, count: number) =>
  vi.waitFor(async () => expect(await soundsOf(page)).toHaveLength(count), { timeout: 15_000 });
export const idOf = (number: string, counter: number) => `call-${number}-${counter}`;
