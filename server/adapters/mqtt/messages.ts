/** A short sentence for each code, for boxes with a screen and for people who read the wire. */
import type { RefusalCode } from '../../contract/refusals.ts';

export type ResultCode = RefusalCode | 'malformed' | 'key-reused' | 'internal';

const sentences: Readonly<Record<ResultCode, string>> = {
  'counter-closed': 'The counter is closed.',
  'nobody-waiting': 'Nobody is waiting.',
  'nobody-called': 'Nobody has been called.',
  'unknown-ticket': 'There is no such ticket.',
  'unknown-service': 'There is no such service.',
  'unknown-lane': 'There is no such lane.',
  'unknown-step': 'There is no such step.',
  'unknown-counter': 'The box belongs to no counter.',
  'unknown-reason': 'There is no such reason.',
  'unknown-outcome': 'There is no such outcome.',
  'unknown-device': 'There is no such device.',
  'unknown-token': 'There is no such token.',
  'unknown-key': 'The key means nothing here.',
  'unknown-officer': 'There is no such officer.',
  'unknown-screening': 'That screening is over, or there is none.',
  'unknown-case': 'That case is closed, or there is none.',
  'unknown-place': 'No first place is promised to that number.',
  'unknown-exception': 'There is no such entry.',
  'officer-exists': 'There is already an officer of this code.',
  'office-closed': 'No more numbers are given today.',
  'room-full': 'The room is full.',
  'number-taken': 'That number was used today already.',
  'wrong-pin': 'The officer or the PIN is wrong.',
  'pairing-pending': 'Nobody has confirmed the code yet.',
  'device-exists': 'The device exists already.',
  'not-yours': 'It belongs to another counter.',
  'not-possible': 'That is not possible now.',
  'already-called': 'It has been called already.',
  'moved-on': 'Another number is at the counter by now.',
  'too-soon': 'It is too soon.',
  'nothing-to-undo': 'There is nothing to undo.',
  confirm: 'Press again with confirmation.',
  'would-strand': 'Somebody could not be served any more.',
  'wrong-password': 'The password is wrong.',
  'already-set-up': 'It is set up already.',
  stale: 'The press is too old.',
  storage: 'The hub cannot record now.',
  malformed: 'The message is malformed.',
  'key-reused': 'The press number was used for another press.',
  internal: 'The hub has made a mistake.',
};

export const sentenceOf = (code: ResultCode): string => sentences[code];
