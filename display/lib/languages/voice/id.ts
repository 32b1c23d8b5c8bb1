/** Bahasa Indonesia: what a board says of its own sound. */
export const texts = {
  switchOn: 'Ketuk untuk menyalakan suara',
};
export type VoiceTexts = typeof texts;
