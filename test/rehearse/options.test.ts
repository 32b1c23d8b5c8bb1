/** The command line: what is understood, and how a mistake is told. */
import { expect, test } from 'vitest';
import { choosePlan } from './choose-plan.ts';
import { readOptions } from './options.ts';

test('without options an invented day of two hundred people is played at 600 times the speed', () => {
  expect(readOptions([])).toMatchObject({
    people: 200,
    speed: 600,
    seed: '1',
    phones: 50,
    trace: null,
    hub: null,
  });
});

test('a hub that runs already is given by its address and password', () => {
  const words = ['--hub', 'http://localhost:8080', '--password', 'secret', '--mqtt', 'localhost:2883'];
  expect(readOptions(words).hub).toEqual({
    url: 'http://localhost:8080',
    mqtt: 'localhost:2883',
    password: 'secret',
  });
});

test.each([
  ['--speed 0', '--speed 0: expected a number from 0.1 to 3600'],
  ['--speed fast', '--speed fast: expected a number from 0.1 to 3600'],
  ['--people 1.5', '--people 1.5: expected a whole number from 1 to 20000'],
  ['--date 2026-02-30', '--date 2026-02-30: expected a date such as 2026-11-26'],
  ['--hub http://localhost:8080', '--hub needs --password'],
  [
    '--hub http://localhost:8080 --password x --speed 60',
    '--speed not with --hub: the speed is the hub’s own',
  ],
  ['--trace day.csv --people 3', '--people not with --trace'],
  ['--list', '--list only with --trace'],
  ['--sped 60', "Unknown option '--sped'"],
])('a mistake is told: %s', (words, message) => {
  expect(() => readOptions(words.split(' '))).toThrow(message);
});

test('an office that is not there is answered with the shipped ones', () => {
  expect(() => choosePlan(readOptions(['--office', 'nowhere']), null)).toThrow(
    /none of the shipped offices: .*default/,
  );
});
