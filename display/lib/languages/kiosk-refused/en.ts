/** English: what the ticket kiosk says to a refusal. */
import type { KioskRefusedTexts } from './id.ts';

const notMade = {
  what: 'The number could not be made yet',
  instead: 'Try again in a moment. If it still does not work, an officer gives you a number.',
};

export const texts: KioskRefusedTexts = {
  'office-closed': {
    what: 'No more numbers are given today',
    instead: 'Please come back at that time. Whoever has a number is still served.',
  },
  'office-closed check-in': {
    what: 'No more numbers are given today',
    instead: 'Your code stays valid. Please come back at that time and bring it.',
  },
  'office-closed book': {
    what: 'The office is closed on that day',
    instead: 'Please choose another day. You need not write the name again.',
  },
  'intake-closed': {
    what: 'That lane takes nobody just now',
    instead: 'Please come back at that time, or choose another lane.',
  },
  'intake-closed check-in': {
    what: 'That lane takes nobody just now',
    instead: 'Your code stays valid. Please use it again at that time.',
  },
  'quota-full': {
    what: 'There are no places left today',
    instead: 'Book a place now, so that you need not queue twice.',
  },
  'quota-full book': {
    what: 'The last place on that day has just gone',
    instead: 'Please choose another day. You need not write the name again.',
  },
  'quota-full check-in': {
    what: 'There are no places left today',
    instead: 'The time of your code is over and its place was used. Please book another day.',
  },
  'quota-full none': {
    what: 'All places are taken',
    instead: 'An officer can tell you when there will be places again.',
  },
  'slot-full': {
    what: 'The last place at that time has just gone',
    instead: 'Please choose another time. You need not write the name again.',
  },
  'unknown-slot': {
    what: 'There is no such time on that day',
    instead: 'Please choose another time. You need not write the name again.',
  },
  'unknown-booking': {
    what: 'We have not found that code',
    instead: 'Compare its letters and digits with your ticket or your booking.',
  },
  'unknown-booking scan': {
    what: 'That code is not from this queue',
    instead: 'Scan the code on your ticket or booking, or type its short code.',
  },
  'booking-early': {
    what: 'Your code is right, it is just early',
    instead: 'You may wait, and use the code here again from that time. Your place is kept.',
  },
  'booking-early later': {
    what: 'Your code is right, it is just early',
    instead: 'Please come at that time and use the code here again. Your code stays valid.',
  },
  'booking-late': {
    what: 'The time of that booking is over',
    instead: 'Take an ordinary number from the start, or book another day.',
  },
  'booking-other-day': {
    what: 'That booking is for another day',
    instead: 'Please come on that day. For today, take an ordinary number from the start.',
  },
  'booking-used': {
    what: 'That code has been used already',
    instead: 'Its number was given; please watch the board. If that number was missed, press the key below.',
  },
  'booking-cancelled': {
    what: 'That booking was cancelled',
    instead: 'Take an ordinary number from the start, or book another day.',
  },
  'one-booking-only': {
    what: 'That telephone number has a booking already',
    instead: 'Use the booking that is there, or type another telephone number.',
  },
  'party-too-large': {
    what: 'Too many people for one booking',
    instead: 'Choose fewer people, or see an officer about a group.',
  },
  'not-bookable': {
    what: 'This service needs no booking',
    instead: 'Please take a number from the start.',
  },
  'outside-horizon': {
    what: 'That date cannot be booked',
    instead: 'Please choose one of the dates that can be booked.',
  },
  'not-on-this-day': {
    what: 'That service is not given today',
    instead: 'Please come on that date. Your code stays valid.',
  },
  'requirement-missing': {
    what: 'Something that is needed is not there yet',
    instead: 'Please see an officer, who will help you there.',
  },
  'malformed book': {
    what: 'Something was not written as it should be',
    instead: 'Please look at the name, the birth date and the telephone number.',
  },
  'unknown-service': {
    what: 'The services have just changed',
    instead: 'Please choose once more from the start.',
  },
  'unknown-lane': {
    what: 'The choices have just changed',
    instead: 'Please choose once more from the start.',
  },
  'unknown-ticket': {
    what: 'There is no such number today',
    instead: 'Compare it with your ticket. A code from another day has its own key on the first screen.',
  },
  'not-possible': {
    what: 'That number was not missed',
    instead: 'It still waits, is being served, or is done. Please watch the board.',
  },
  'not-possible take': {
    what: 'That number cannot be given yet',
    instead: 'Please see an officer, who will help you there.',
  },
  'not-possible check-in': {
    what: 'That code cannot be used just now',
    instead: 'If its time has come, an officer will help you.',
  },
  'not-possible book': {
    what: 'That booking could not be made yet',
    instead: 'Please see an officer, who will help you there.',
  },
  'already-called': {
    what: 'That number is being called',
    instead: 'Please go there at once; the officer is waiting for you.',
  },
  'too-soon': { what: 'It is not time yet', instead: 'Please try again later, or see an officer.' },
  'too-soon check-in': {
    what: 'Your code is right, it is just early',
    instead: 'Your code stays valid. Please use it here again from that time.',
  },
  'too-many-requests': {
    what: 'This machine is busy',
    instead: 'Your choice is kept. Wait a moment, then try again.',
  },
  storage: notMade,
  internal: notMade,
  unreachable: {
    what: 'The answer has not arrived yet',
    instead: 'Press “Try again”: you still get only one number. Or see an officer.',
  },
  'unreachable book': {
    what: 'The answer has not arrived yet',
    instead: 'Press “Try again”: you still get only one booking. Or see an officer.',
  },
  officer: {
    what: 'This machine cannot help just now',
    instead: 'Please see an officer, who will help you there.',
  },
};
