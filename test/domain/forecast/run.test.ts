/** The calling rule run forward is the one of real presses. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runForward } from '../../../server/domain/forecast/run.ts';
import type { Scene, SceneCounter, SceneVisit } from '../../../server/domain/forecast/scene.ts';
import { cycleOf, dayOf, drawn, pressed, sceneOf, waiting } from './run-of-office.ts';

const minute = 60_000;
const visit = (code: string, more: Partial<SceneVisit> = {}): SceneVisit => ({
  ...{ code, service: 'passport', lane: 'regular', step: 'documents', todo: [], turn: 0, arrivedAt: 0 },
  ...{ place: Number(code), from: 0, onlyAt: null, at: null },
  ...more,
});
const counter = (number: number, steps: readonly string[], freeAt = 0): SceneCounter => ({
  ...{ number, steps, lanes: null, freeAt },
});
const scene = (counters: readonly SceneCounter[], visits: readonly SceneVisit[]): Scene => ({
  ...{ at: 0, lanes: [{ id: 'regular', first: false, atMost: null }], counters, visits, lastLanes: {} },
});
const minutes = (value: number | null | undefined) => (value == null ? value : value / minute);

test('FC1 the run calls whom presses would call, at the same instants: lanes, shares, kept visits, reserved numbers', () => {
  let called = 0;
  let kept = 0;
  fc.assert(
    fc.property(drawn, (office) => {
      const day = dayOf(office);
      const run = runForward(sceneOf(office, day), (_step, _service, at) => cycleOf(at));
      const inRun = [...run]
        .flatMap(([code, { calledAt, ahead }]) => (calledAt === null ? [] : [{ code, at: calledAt, ahead }]))
        .sort((a, b) => a.at - b.at);
      expect(run.size).toBe(waiting(day).length);
      kept += waiting(day).filter(({ onlyAt }) => onlyAt !== null).length;
      const calls = pressed(office, day);
      called += calls.length;
      expect(inRun.map(({ code, at }) => ({ code, at }))).toEqual(calls);
      expect(inRun.map(({ ahead }) => ahead)).toEqual(calls.map((_, index) => index));
    }),
    { numRuns: 300 },
  );
  expect(called).toBeGreaterThan(500);
  expect(kept).toBeGreaterThan(50);
});

test('FC1 who waits at two counters of four minutes each is called in pairs', () => {
  const five = ['1', '2', '3', '4', '5'].map((code) => visit(code));
  const run = runForward(
    scene([counter(1, ['documents']), counter(2, ['documents'], minute)], five),
    () => 4 * minute,
  );
  expect([...run.values()].map(({ calledAt }) => minutes(calledAt))).toEqual([0, 1, 4, 5, 8]);
  expect([...run.values()].map(({ doneAt }) => minutes(doneAt))).toEqual([4, 5, 8, 9, 12]);
});

test('FC1 whoever is done at one step waits for the next one, and the call that is told is the first', () => {
  const steps = scene(
    [counter(1, ['documents']), counter(2, ['interview'])],
    [visit('1', { todo: ['interview'] }), visit('2', { todo: ['interview'] })],
  );
  const run = runForward(steps, (step) => (step === 'documents' ? 2 : 5) * minute);
  expect([...run.values()].map(({ calledAt, doneAt }) => [minutes(calledAt), minutes(doneAt)])).toEqual([
    [0, 7],
    [2, 12],
  ]);
});

test('FC1 whoever is being served goes on when the counter is free, and is called by it again before others', () => {
  const served = visit('1', { at: 1, todo: ['interview'] });
  const other = visit('2', { step: 'interview', turn: 1 });
  const run = runForward(
    scene([counter(1, ['documents', 'interview'], 3 * minute)], [served, other]),
    () => minute,
  );
  expect(run.get('1')).toMatchObject({ calledAt: null, doneAt: 4 * minute });
  expect(minutes(run.get('2')?.calledAt)).toBe(4);
});

test('FC1 a step that nobody open serves is never called', () => {
  const run = runForward(
    scene([counter(1, ['documents'])], [visit('1', { step: 'interview' })]),
    () => minute,
  );
  expect(run.get('1')).toEqual({ calledAt: null, ahead: 0, doneAt: null });
});
