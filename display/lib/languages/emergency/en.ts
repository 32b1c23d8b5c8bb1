/** English: the sheet of numbers that are given on paper while the hub does not work. */
import type { EmergencyTexts } from './id.ts';

export const texts: EmergencyTexts = {
  title: 'Emergency numbers',
  how: 'While the system is down: tear off the number on the right for the applicant, and note service and time on the left. Call in order. When the system is back, enter this sheet on the supervisor’s page under “Today”.',
  print: 'Print',
  from: 'First number',
  count: 'How many',
  date: 'Date',
  time: 'Time',
  priority: 'Priority',
  served: 'Done',
  waitHere: 'Please wait, your number will be called.',
};
