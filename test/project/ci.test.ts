/** `.ci/run`, with stand-ins for npm and apt-get: what it runs, how it closes, and that the README says the same. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from './tree.ts';

const script = join(root, '.ci/run');

test('the README’s test command is the one that CI runs', () => {
  const command = 'npm ci && npm test';
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(command);
  expect(readFileSync(script, 'utf8')).toContain(command);
  expect(statSync(script).mode & 0o111).toBe(0o111);
});

test('it installs the tools, tests, then checks, and closes with the count alone', () => {
  const run = runCi({ test: 'echo "12 passed, 0 failed, 3 skipped"' });
  expect(run.calls).toEqual([
    'apt-get update -qq',
    'apt-get install -qq -y --no-install-recommends chromium mosquitto-clients socat alsa-utils ' +
      'g++ make gcc-avr avr-libc arduino-core-avr simavr libsimavr-dev libelf-dev espeak-ng ' +
      'xvfb x11-xserver-utils curl shellcheck systemd fonts-wqy-microhei',
    'npm ci CI=1',
    'npm test CI=1',
    'npm run check CI=1',
  ]);
  expect(run.lines).toEqual(['12 passed, 0 failed, 3 skipped']);
  expect(run.status).toBe(0);
});

test('an installation of tools that fails is tried once more, and the tests still run', () => {
  const run = runCi({ apt: 'exit 1' });
  expect(run.calls.filter((call) => call.startsWith('apt-get'))).toHaveLength(2);
  expect(run.calls).toContain('npm test CI=1');
  expect(run.lines).toEqual(['the tools could not be installed', '1 passed, 0 failed, 0 skipped']);
});

test.each([
  {
    what: 'a failed test',
    test: 'echo "2 passed, 1 failed, 0 skipped"; exit 1',
    last: '2 passed, 1 failed, 0 skipped',
  },
  { what: 'a failed check', check: 'exit 1', last: '1 passed, 1 failed, 0 skipped' },
  {
    what: 'a failed test and a failed check',
    test: 'echo "0 passed, 1 failed, 0 skipped"; exit 1',
    check: 'exit 1',
    last: '0 passed, 2 failed, 0 skipped',
  },
  { what: 'an installation that fails', ci: 'exit 1', last: '0 passed, 1 failed, 0 skipped' },
  { what: 'a run without a count', test: 'echo done', last: '0 passed, 1 failed, 0 skipped' },
  {
    what: 'a run that ends badly after its count',
    test: 'echo "1 passed, 0 failed, 0 skipped"; exit 1',
    last: '1 passed, 1 failed, 0 skipped',
  },
])('$what ends CI with a failure, and still with the count', ({ last, ...stubs }) => {
  const run = runCi(stubs);
  expect(run.lines.at(-1)).toBe(last);
  expect(run.status).toBe(1);
});

interface Stubs {
  apt?: string;
  ci?: string;
  test?: string;
  check?: string;
}

/** Runs the script with an `npm` that does as told (by default all is well) and notes how it was called. */
function runCi({ apt = '', ci = '', test = 'echo "1 passed, 0 failed, 0 skipped"', check = '' }: Stubs) {
  const folder = mkdtempSync(join(tmpdir(), 'loket-ci-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const calls = join(folder, 'calls');
  const stub = (name: string, lines: string) => {
    writeFileSync(join(folder, name), `#!/usr/bin/env bash\n${lines}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  stub('apt-get', `echo "apt-get $*" >>${calls}\n${apt}`);
  stub('sudo', 'shift; "$@"');
  stub('sleep', '');
  stub(
    'npm',
    `echo "npm $* CI=$CI" >>${calls}\ncase "$*" in\nci) ${ci}\n;;\ntest) ${test}\n;;\n*) ${check}\n;;\nesac`,
  );
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  const { status, stdout } = spawnSync('bash', [script], { encoding: 'utf8', env });
  return {
    status,
    lines: stdout.trimEnd().split('\n'),
    calls: readFileSync(calls, 'utf8').trimEnd().split('\n'),
  };
}
