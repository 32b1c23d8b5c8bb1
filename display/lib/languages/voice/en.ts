/** English: what a board says of its own sound. */
import type { VoiceTexts } from './id.ts';

export const texts: VoiceTexts = {
  switchOn: 'Tap to switch on the sound',
};
