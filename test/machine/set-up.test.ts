/** The set-up of a screen's machine: the files that it writes, what it refuses, and that it can be run again and undone. */
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { needs } from '../needs.ts';
import { machine, policyFor } from './policy.ts';

const scripts = ['browser.sh', 'policy.sh', 'remove.sh', 'screen.sh', 'set-up.sh', 'talk.sh'];
const lobby = ['--hub', 'http://loket.local:8080', '--page', '/display/?zone=hall'];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loket-machine-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function run(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync('bash', [join(machine, script), ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Every file with its mode and what is in it. */
const treeOf = (root: string): Record<string, string> =>
  Object.fromEntries(
    globSync('**/*', { cwd: root })
      .filter((file) => statSync(join(root, file)).isFile())
      .sort()
      .map((file) => {
        const { mode } = statSync(join(root, file));
        return [file, `${(mode & 0o777).toString(8)}\n${readFileSync(join(root, file), 'utf8')}`];
      }),
  );

test('all its scripts are read by bash without a complaint', () => {
  expect(globSync('*.sh', { cwd: machine }).sort()).toEqual(scripts);
  for (const script of scripts) execFileSync('bash', ['-n', join(machine, script)]);
});

needs('shellcheck')('shellcheck finds nothing in them', () => {
  const files = scripts.map((script) => `kiosk/machine/${script}`);
  const { stdout } = spawnSync('shellcheck', ['-x', ...files], {
    cwd: join(machine, '../..'),
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
});

test('it writes the same files each time, and nothing is left when it is taken away', () => {
  const root = newFolder();
  const options = [
    ...lobby,
    '--rotate',
    'left',
    '--nightly',
    '03:30',
    '--sound',
    'hdmi:CARD=PCH,DEV=0',
    '--root',
    root,
  ];
  expect(run('set-up.sh', ...options)).toMatchObject({ status: 0, stderr: '' });
  const first = treeOf(root);
  expect(Object.keys(first)).toEqual([
    'etc/asound.conf',
    'etc/chromium/policies/managed/loket-screen.json',
    'etc/loket-screen.conf',
    'etc/systemd/journald.conf.d/loket-screen.conf',
    'etc/systemd/system.conf.d/loket-screen.conf',
    'etc/systemd/system/loket-screen-renew.service',
    'etc/systemd/system/loket-screen-renew.timer',
    'etc/systemd/system/loket-screen.service',
    'usr/lib/loket-screen/browser.sh',
    'usr/lib/loket-screen/screen.sh',
    'usr/lib/loket-screen/talk.sh',
    'usr/share/loket-screen/README.md',
    'usr/share/loket-screen/wait.css',
    'usr/share/loket-screen/wait.html',
  ]);
  expect(run('set-up.sh', ...options).status).toBe(0);
  expect(treeOf(root)).toEqual(first);
  expect(run('remove.sh', '--root', root)).toMatchObject({ status: 0, stderr: '' });
  expect(treeOf(root)).toEqual({});
});

test('run again with other options, nothing of the earlier ones is left', () => {
  const root = newFolder();
  run('set-up.sh', ...lobby, '--nightly', '03:30', '--sound', 'hdmi:CARD=PCH,DEV=0', '--root', root);
  run('set-up.sh', '--hub', 'https://loket.example', '--page', '/kiosk/', '--touch', '--root', root);
  const other = newFolder();
  run('set-up.sh', '--hub', 'https://loket.example', '--page', '/kiosk/', '--touch', '--root', other);
  expect(treeOf(root)).toEqual(treeOf(other));
});

test('an asound.conf of somebody else’s making stays, when a screen is set up and when it is taken away', () => {
  const root = newFolder();
  mkdirSync(join(root, 'etc'));
  writeFileSync(join(root, 'etc/asound.conf'), 'pcm.!default null\n');
  run('set-up.sh', ...lobby, '--root', root);
  run('remove.sh', '--root', root);
  expect(readFileSync(join(root, 'etc/asound.conf'), 'utf8')).toBe('pcm.!default null\n');
});

test('the settings say the page, and the unit the account and the hidden pointer', () => {
  const root = newFolder();
  run(
    'set-up.sh',
    ...lobby,
    '--rotate',
    'right',
    '--pair',
    '--volume',
    '65',
    '--user',
    'papan',
    '--root',
    root,
  );
  const tree = treeOf(root);
  expect(tree['etc/loket-screen.conf']).toBe(
    [
      '644',
      '# Written by set-up.sh; run it again to change something.',
      "HUB='http://loket.local:8080'",
      "PAGE='/display/?zone=hall#pair'",
      "ROTATE='right'",
      "VOLUME='65'",
      "TOUCH=''",
      "BEFORE=''",
      '',
    ].join('\n'),
  );
  const unit = tree['etc/systemd/system/loket-screen.service'] ?? '';
  expect(unit).toContain('\nUser=papan\n');
  expect(unit).toContain(' vt1 -keeptty -nolisten tcp -s 0 -dpms -nocursor\n');
  expect(unit).toContain('\nRestart=always\n');
  expect(unit).toContain('\nWatchdogSec=90\n');
  expect(tree['etc/systemd/system.conf.d/loket-screen.conf']).toContain('RuntimeWatchdogSec=30s');
});

test('the policy lets the hub alone sound and see, and goes nowhere else', () => {
  const policy: unknown = JSON.parse(policyFor('http://loket.local:8080'));
  expect(policy).toMatchObject({
    AutoplayAllowlist: ['http://loket.local:8080'],
    AudioCaptureAllowed: false,
    VideoCaptureAllowed: false,
    VideoCaptureAllowedUrls: ['http://loket.local:8080'],
    OverrideSecurityRestrictionsOnInsecureOrigin: ['http://loket.local:8080'],
    URLBlocklist: ['*', 'devtools://*'],
    URLAllowlist: ['http://loket.local:8080', 'file:///usr/share/loket-screen/'],
    HttpsUpgradesEnabled: false,
    DefaultNotificationsSetting: 2,
    TranslateEnabled: false,
    PasswordManagerEnabled: false,
    IncognitoModeAvailability: 1,
    DownloadRestrictions: 3,
  });
  const secure: unknown = JSON.parse(policyFor('https://loket.example'));
  expect(secure).toMatchObject({ AutoplayAllowlist: ['https://loket.example'] });
  // It would keep the screen's watcher from the page.
  expect(policy).not.toHaveProperty('DeveloperToolsAvailability');
  expect(secure).not.toHaveProperty('OverrideSecurityRestrictionsOnInsecureOrigin');
});

test('a dry run says what it would do, and does nothing', () => {
  const root = newFolder();
  const { status, stdout } = run('set-up.sh', ...lobby, '--chinese', '--dry-run', '--root', root);
  expect(status).toBe(0);
  expect(stdout).toMatch(/would run: apt-get install .* chromium .* fonts-noto-cjk\n/);
  expect(stdout).toContain('would write: /etc/chromium/policies/managed/loket-screen.json\n');
  expect(stdout).toContain('would run: systemctl enable --quiet loket-screen.service\n');
  expect(treeOf(root)).toEqual({});
});

test.each([
  ['no hub', ['--page', '/display/'], '--hub must be an address such as http://loket.local:8080'],
  ['a hub without http', ['--hub', 'loket.local', '--page', '/'], '--hub must be an address'],
  [
    'a hub with more than an address',
    ['--hub', "http://x/'; reboot", '--page', '/'],
    '--hub must be an address',
  ],
  ['no page', ['--hub', 'http://loket.local'], "--page must be a path such as '/display/?zone=hall'"],
  [
    'a page that closes a quote',
    ['--hub', 'http://loket.local', '--page', "/'$(reboot)'"],
    '--page must be a path',
  ],
  ['a sideways display', [...lobby, '--rotate', 'up'], '--rotate must be left, right or inverted'],
  ['too loud', [...lobby, '--volume', '101'], '--volume must be a number from 0 to 100'],
  ['no such time', [...lobby, '--nightly', '25:00'], '--nightly must be a time such as 03:30'],
  ['root as the account', [...lobby, '--user', 'root'], '--user must be an account such as loket-screen'],
  ['an option without its value', ['--hub'], '--hub wants a value'],
  ['an option that is none', ['--loud'], 'what is --loud?'],
])('%s is refused, and nothing is written', (_, options, said) => {
  const root = newFolder();
  const { status, stderr } = run('set-up.sh', '--root', root, ...options);
  expect(stderr).toContain(`set-up.sh: ${said}`);
  expect(status).toBe(2);
  expect(treeOf(root)).toEqual({});
});

needs('systemd-analyze')('systemd understands the units', () => {
  const root = newFolder();
  run('set-up.sh', ...lobby, '--nightly', '03:30', '--root', root);
  const units = join(root, 'etc/systemd/system');
  const { stderr } = spawnSync(
    'systemd-analyze',
    [
      'verify',
      '--man=no',
      ...['service', 'timer'].map((kind) =>
        join(units, kind === 'service' ? 'loket-screen.service' : 'loket-screen-renew.timer'),
      ),
    ],
    { encoding: 'utf8' },
  );
  // The programs are installed by the set-up, not on the machine of the tests.
  const complaints = stderr
    .split('\n')
    .filter((line) => /loket-screen/.test(line) && !/is not executable/.test(line));
  expect(complaints).toEqual([]);
});
