/** One clip, spoken by espeak-ng: within a sentence, so that the voice goes on or falls as it does there, then cut out. */
import { spawnSync } from 'node:child_process';
import { faded, levelled, partsBetweenSilence } from '../sound.ts';
import type { Sound } from '../wav/format.ts';
import { readWav } from '../wav/read.ts';
import type { Language } from '../words/language.ts';

/** The pause that parts the clip from its sentence, in espeak's own notation; longer than any within a word. */
const pause = '[[_:_:_:_:]]';
const pauseMs = 200;

/** Throws an error with a sentence for whoever makes the clips. */
export function speak(language: Language, clip: string, text: string): Sound {
  const { voice, pitch, before, after, spelt = {} } = language.espeak;
  const speed = clip.startsWith('letter-') ? language.espeak.letterSpeed : language.espeak.speed;
  const isLast = clip.endsWith('-last');
  const words = spelt[clip.replace(/-last$/, '')] ?? text.replace(/\.$/, '');
  const first = isFirst(language, clip);
  const sentence = isLast
    ? `${before} ${pause} ${words}.`
    : [...(first ? [] : [before, pause]), words, pause, `${after}.`].join(' ');
  const parts = partsBetweenSilence(
    run(['-v', voice, '-s', `${speed}`, '-p', `${pitch}`], sentence),
    pauseMs,
  );
  const expected = first || isLast ? 2 : 3;
  const part = parts[first ? 0 : 1];
  if (parts.length !== expected || !part) {
    throw new Error(`espeak-ng spoke "${sentence}" in ${parts.length} parts instead of ${expected}.`);
  }
  return faded(levelled(part));
}

/** What a phrase begins with is spoken at its beginning. */
function isFirst({ sentence }: Language, clip: string): boolean {
  return sentence.some(([first]) => first === clip);
}

function run(options: readonly string[], text: string): Sound {
  const { error, status, stdout, stderr } = spawnSync('espeak-ng', [...options, '--stdout', '--', text], {
    maxBuffer: 100_000_000,
    timeout: 30_000,
  });
  if (error && 'code' in error && error.code === 'ENOENT') {
    throw new Error('espeak-ng is not installed: apt-get install espeak-ng');
  }
  if (error || status !== 0) throw new Error(`espeak-ng failed: ${error?.message ?? stderr.toString()}`);
  return readWav(stdout);
}
