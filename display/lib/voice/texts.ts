/** What a board says of its own sound, in each language. */
import { dictionaryOf, textsIn } from '../i18n.ts';
import type { VoiceTexts } from '../languages/voice/id.ts';

export const voiceDictionaries = dictionaryOf(
  import.meta.glob<VoiceTexts>('../languages/voice/*.ts', { eager: true, import: 'texts' }),
);

export const voiceTexts = (language: string): VoiceTexts => textsIn(voiceDictionaries, language);
