/** The ways in which this phone can tell its holder something: sound, vibration, a notification. Each may be missing. */

export type Way = 'sound' | 'vibration' | 'notification';

/** Absent from old browsers, and from pages that are not served safely. */
const hasNotifications = (): boolean => isSecureContext && 'Notification' in globalThis;

let audio: AudioContext | null = null;

const canVibrate = (): boolean => 'vibrate' in navigator && navigator.maxTouchPoints > 0;
const canSound = (): boolean => 'AudioContext' in globalThis;

/** What works at this moment; a sound works from a touch on. */
export function waysNow(): Way[] {
  const ways: Way[] = [];
  if (audio?.state === 'running') ways.push('sound');
  if (canVibrate()) ways.push('vibration');
  if (hasNotifications() && Notification.permission === 'granted') ways.push('notification');
  return ways;
}

/** Whether a touch would bring back what the browser took away. */
export const isMuted = (): boolean => canSound() && audio?.state !== 'running';

/** To be called in a touch: browsers give sound and questions to nobody else. */
export async function switchOn(): Promise<void> {
  await switchSoundOn();
  play('soft');
  if (hasNotifications() && Notification.permission === 'default')
    await Promise.resolve(Notification.requestPermission()).catch(() => null);
}

export async function switchSoundOn(): Promise<void> {
  if (!canSound()) return;
  audio ??= new AudioContext();
  await audio.resume().catch(() => {});
}

/** Frequencies in hertz, one after another. The last of the call is held. */
const tunes: Readonly<Record<'soft' | 'near' | 'called', readonly number[]>> = {
  soft: [660],
  near: [523, 659],
  called: [523, 659, 784, 523, 659, 784],
};
const beat = 0.24;

function play(tune: keyof typeof tunes): void {
  if (audio?.state !== 'running') return;
  const { currentTime, destination } = audio;
  for (const [index, frequency] of tunes[tune].entries()) {
    const from = currentTime + 0.02 + index * beat;
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = frequency;
    tone.type = 'triangle';
    loudness.gain.setValueAtTime(0.0001, from);
    loudness.gain.exponentialRampToValueAtTime(tune === 'soft' ? 0.15 : 0.7, from + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, from + beat * 1.6);
    tone.connect(loudness).connect(destination);
    tone.start(from);
    tone.stop(from + beat * 1.7);
  }
}

const patterns = { near: [250], called: [400, 150, 400, 150, 400] };

export interface Words {
  readonly title: string;
  readonly body: string;
}

/** Vibrates in any case, which disturbs nobody; the other ways only for who asked. */
export function tell(kind: 'near' | 'called', { title, body }: Words, wanted: boolean): void {
  if (canVibrate() || 'vibrate' in navigator) navigator.vibrate(patterns[kind]);
  if (!wanted) return;
  play(kind);
  if (document.visibilityState === 'hidden') void notify(title, body);
}

/** Each ticket has its own: a family holds several. */
const tag = `loket ${location.pathname}`;

/** On Android only a worker may notify; one with the same tag takes the place of the one before. */
async function notify(title: string, body: string): Promise<void> {
  if (!hasNotifications() || Notification.permission !== 'granted') return;
  const options = { body, tag, renotify: true, requireInteraction: true, data: location.pathname };
  try {
    const worker = await navigator.serviceWorker?.getRegistration('/t/');
    if (worker) await worker.showNotification(title, options);
    else new Notification(title, options);
  } catch {
    // The page itself has told it.
  }
}

/** What is no longer true does not stay on a locked screen. */
export async function takeBack(): Promise<void> {
  if (!hasNotifications() || Notification.permission !== 'granted') return;
  try {
    const worker = await navigator.serviceWorker?.getRegistration('/t/');
    for (const one of (await worker?.getNotifications({ tag })) ?? []) one.close();
  } catch {
    // It is put away by hand.
  }
}
