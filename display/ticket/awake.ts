/** Keeps the screen on while it is nearly one's turn, as far as the phone allows it. */

let lock: WakeLockSentinel | null = null;
let wanted = false;

async function hold(): Promise<void> {
  if (!wanted || lock || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
  try {
    const held = await navigator.wakeLock.request('screen');
    lock = held;
    // The phone takes it away when the page goes out of sight.
    held.addEventListener('release', () => {
      if (lock === held) lock = null;
    });
    if (!wanted) await held.release();
  } catch {
    // A battery that is nearly empty forbids it.
  }
}

document.addEventListener('visibilitychange', () => void hold());

export function stayAwake(wish: boolean): void {
  wanted = wish;
  if (wish) void hold();
  else void lock?.release();
}
