/** English: what stands on the printed slip. */
import type { SlipTexts } from './id.ts';

export const texts: SlipTexts = {
  title: 'Slip of a number',
  print: 'Print',
  number: 'Number',
  printedAt: (when) => `Printed ${when}`,
  bring: 'Bring this',
  reasons: 'What was missing',
  returnToday: 'Come back today, without taking a new number',
  returnUntil: (date) => `Come back by ${date} at the latest, without taking a new number`,
  collect: 'Collection',
  from: (date) => `from ${date}`,
  afterPaid: 'the date is set once it is paid',
  at: 'Where',
  fee: 'Fee',
  free: 'FREE',
  freeWhy: 'The promised time was over: nothing to pay',
  code: 'Code',
  showCode: 'Type or scan this code at the ticket machine, at the door, or at the drive-thru.',
  unknown: 'This number was not found',
  unknownWhy: 'A slip can be printed on the day of the visit and the day after.',
};
