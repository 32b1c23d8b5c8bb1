/** English: what the desk says beyond calling: file check, claims, slips, help with a booking. */
import type { DeskTexts } from './id.ts';

export const texts: DeskTexts = {
  lacks: 'What is lacking',
  bring: 'What to bring',
  identity: 'Identity number',
  identityQuestion: (number) => `Identity number of whoever holds ${number}`,
  identityWhy: 'Compared today only, and not kept as it is written.',
  check: 'Check',
  checked: 'Identity: no other number',
  alsoHas: (numbers) => `Also holds ${numbers}`,
  sameIdentity: 'One person, two numbers: tell the head of the office.',
  unverified: 'Proof on paper, in no list yet',
  claim: 'Free: close the claim',
  claimQuestion: (number) => `${number}: too late, free of charge`,
  claimWhy: 'Choose what became of the money.',
  openClaims: 'Open claims',
  closeClaim: (number) => `Close ${number}`,
  notCharged: 'Not charged',
  refunded: 'Refunded',
  reference: 'Reference of the refund',
  slip: (number) => `Slip ${number}`,
  paid: (number) => `${number} is paid`,
  lists: 'Asked once',
  listQuestion: (number: string, list: string) => `${number}: ${list}`,
  help: 'Help to book',
  tools: 'More',
};
