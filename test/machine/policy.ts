/**
 * The browser of a machine that was set up: Chromium with the very policy that `set-up.sh` installs. It sees an
 * `/etc/chromium` of its own, for the policy forbids every address but the hub's, to all browsers of this machine.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathOf } from '../needs.ts';

export const machine = resolve(import.meta.dirname, '../../kiosk/machine');

export const policyFor = (origin: string): string =>
  execFileSync('bash', [join(machine, 'policy.sh'), origin], { encoding: 'utf8' });

export interface MachineBrowser {
  /** Started like `chromium`. */
  readonly file: string;
  /** `flag`: this machine lets nobody mount; a flag stands in for the policy. */
  readonly by: 'policy' | 'flag';
  remove(): void;
}

/** Tests run as root in CI, and on machines without a display. */
const flags = '--no-sandbox --disable-gpu --disable-dev-shm-usage';

/** @param policy null: a machine that was not set up */
export function machineBrowser(policy: string | null): MachineBrowser {
  const folder = mkdtempSync(join(tmpdir(), 'loket-browser-'));
  const managed = join(folder, 'etc/policies/managed');
  mkdirSync(managed, { recursive: true });
  if (policy !== null) writeFileSync(join(managed, 'loket-screen.json'), policy);
  const file = join(folder, 'chromium');
  const own = wayToMount();
  const chromium = `${pathOf('chromium')} ${flags}`;
  const inside = `mount --bind ${join(folder, 'etc')} /etc/chromium && exec ${chromium} "$@"`;
  const flag = policy === null ? '' : '--autoplay-policy=no-user-gesture-required';
  const line = own ? `exec unshare ${own} sh -c '${inside}' sh "$@"` : `exec ${chromium} ${flag} "$@"`;
  writeFileSync(file, `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  return {
    file,
    by: own ? 'policy' : 'flag',
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const wayToMount = (): string | undefined =>
  ['-m', '-Urm'].find(
    (way) =>
      spawnSync('unshare', [way, 'sh', '-c', 'mount --bind /tmp /etc/chromium'], { timeout: 10_000 })
        .status === 0,
  );
