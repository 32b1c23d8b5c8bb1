/** English: what the ticket kiosk says of the paper. */
import type { KioskPaperTexts } from './id.ts';

export const texts: KioskPaperTexts = {
  coming: 'Please take your number',
  comingWhy: 'The paper comes out below the screen.',
  out: 'Take the paper with your number',
  outWhy: 'Keep it until you are done.',
  there: (where) => `Take your paper at ${where}`,
  thereWhy: 'The printer of this machine cannot print now.',
  photo: 'Take a photo of this screen, or write the number down',
  photoWhy: 'No paper came out here. Your number counts all the same; staff can print it.',
  unsure: 'No paper?',
  unsureWhy: 'If you have the paper, press Finish.',
  reprint: 'Print again',
  notPossible: 'Please ask the staff for a paper.',
  scan: 'Open on your phone',
};
