/** One command in, events or a refusal out. The only place that knows which function does which command. */

import { book } from './commands/book.ts';
import { callIn } from './commands/call-in.ts';
import { callNext } from './commands/call-next.ts';
import { callTicket } from './commands/call-ticket.ts';
import { cancelBooking } from './commands/cancel-booking.ts';
import { cancelRequest } from './commands/cancel-request.ts';
import { cancelTicket } from './commands/cancel-ticket.ts';
import { cancelTrip } from './commands/cancel-trip.ts';
import { changeLane } from './commands/change-lane.ts';
import { claimPlace } from './commands/claim-place.ts';
import { closeClaim } from './commands/close-claim.ts';
import { closeCounter } from './commands/close-counter.ts';
import { closeDay, reopenDay } from './commands/close-day.ts';
import { closeException } from './commands/close-exception.ts';
import { configureOffice } from './commands/configure-office.ts';
import { decideCase, noteNotice, seeCase } from './commands/decide-case.ts';
import { decideRequest } from './commands/decide-request.ts';
import { describeVisit } from './commands/describe-visit.ts';
import { addDevice, changeDevice, removeDevice, setDevicePassword } from './commands/devices.ts';
import { enterPaperNumber } from './commands/enter-paper-number.ts';
import { erasePerson } from './commands/erase-person.ts';
import { exportPerson } from './commands/export-person.ts';
import { finishStep } from './commands/finish-step.ts';
import { holdVisit } from './commands/hold-visit.ts';
import { importBookings } from './commands/import-bookings.ts';
import { markNoShow } from './commands/mark-no-show.ts';
import { moveBooking } from './commands/move-booking.ts';
import { noteIdentity } from './commands/note-identity.ts';
import { notePaper } from './commands/note-paper.ts';
import { countInside, letLeave } from './commands/occupancy.ts';
import { addOfficer, assignOfficer, changeOfficer, removeOfficer } from './commands/officers.ts';
import { openCounter } from './commands/open-counter.ts';
import { pauseCounter } from './commands/pause-counter.ts';
import { payVisit } from './commands/pay-visit.ts';
import { planTrip } from './commands/plan-trip.ts';
import { printSlip } from './commands/print-slip.ts';
import { rateVisit } from './commands/rate-visit.ts';
import { recallTicket } from './commands/recall-ticket.ts';
import { recordOffsite } from './commands/record-offsite.ts';
import { recordOutage } from './commands/record-outage.ts';
import { releasePlaces } from './commands/release-places.ts';
import { reprintTicket } from './commands/reprint-ticket.ts';
import { requestVisit } from './commands/request-visit.ts';
import { returnVisit } from './commands/return-visit.ts';
import { readAgain, screenVisitor } from './commands/screen-visitor.ts';
import { seeBooking } from './commands/see-booking.ts';
import { seeRequest } from './commands/see-request.ts';
import { seekPeople } from './commands/seek-people.ts';
import { sendAway } from './commands/send-away.ts';
import { setPassword } from './commands/set-password.ts';
import { settlePaper } from './commands/settle-paper.ts';
import { settleVisits } from './commands/settle-visits.ts';
import { startVisit } from './commands/start-visit.ts';
import { takeTicket } from './commands/take-ticket.ts';
import { timePassed } from './commands/time-passed.ts';
import { endSession, issueToken, openSession, revokeToken } from './commands/tokens.ts';
import { transferVisit } from './commands/transfer-visit.ts';
import { undoAction } from './commands/undo-action.ts';
import type { Command } from './commands.ts';
import type { Decision, Fresh, State } from './decision.ts';
import { officeOf, refuse } from './decision.ts';
import type { Instant } from './instant.ts';
import { signed } from './signed.ts';

/** PR1: milliseconds. */
const staleAfter = 10_000;

type Decide<C extends Command> = (state: State, command: C, at: Instant, fresh: Fresh) => Decision;

const deciders: { readonly [T in Command['type']]: Decide<Extract<Command, { type: T }>> } = {
  TakeTicket: takeTicket,
  ReturnVisit: returnVisit,
  CancelTicket: cancelTicket,
  ChangeLane: changeLane,
  RateVisit: rateVisit,
  OpenCounter: openCounter,
  PauseCounter: pauseCounter,
  CloseCounter: closeCounter,
  CallNext: callNext,
  CallTicket: callTicket,
  RecallTicket: recallTicket,
  StartVisit: startVisit,
  FinishStep: finishStep,
  MarkNoShow: markNoShow,
  HoldVisit: holdVisit,
  TransferVisit: transferVisit,
  SendAway: sendAway,
  UndoAction: undoAction,
  DescribeVisit: describeVisit,
  ConfigureOffice: configureOffice,
  SetPassword: setPassword,
  IssueToken: issueToken,
  RevokeToken: revokeToken,
  OpenSession: openSession,
  EndSession: endSession,
  AddDevice: addDevice,
  ChangeDevice: changeDevice,
  SetDevicePassword: setDevicePassword,
  RemoveDevice: removeDevice,
  AddOfficer: addOfficer,
  ChangeOfficer: changeOfficer,
  RemoveOfficer: removeOfficer,
  AssignOfficer: assignOfficer,
  CloseException: closeException,
  ScreenVisitor: screenVisitor,
  ReadAgain: readAgain,
  DecideCase: decideCase,
  SeeCase: seeCase,
  NoteNotice: noteNotice,
  CountInside: countInside,
  LetLeave: letLeave,
  CallIn: callIn,
  CloseDay: closeDay,
  ReopenDay: reopenDay,
  ClaimPlace: claimPlace,
  RecordOutage: recordOutage,
  SettleVisits: settleVisits,
  EnterPaperNumber: enterPaperNumber,
  Book: book,
  MoveBooking: moveBooking,
  CancelBooking: cancelBooking,
  SeeBooking: seeBooking,
  ImportBookings: importBookings,
  ReleasePlaces: releasePlaces,
  PayVisit: payVisit,
  NoteIdentity: noteIdentity,
  CloseClaim: closeClaim,
  RequestVisit: requestVisit,
  DecideRequest: decideRequest,
  CancelRequest: cancelRequest,
  SeeRequest: seeRequest,
  PlanTrip: planTrip,
  CancelTrip: cancelTrip,
  RecordOffsite: recordOffsite,
  SeekPeople: seekPeople,
  ExportPerson: exportPerson,
  ErasePerson: erasePerson,
  NotePaper: notePaper,
  ReprintTicket: reprintTicket,
  PrintSlip: printSlip,
  SettlePaper: settlePaper,
  TimePassed: (state, _, at) => timePassed(state, at),
  // PR2: an answer like any other, so that a redelivery hears the same.
  PressUnknownKey: () => refuse('unknown-key'),
};

/**
 * Decides and changes nothing.
 * @param at the hub's time, never before the last event; what changes by itself until then has been applied
 * @param by the account that asks
 */
export function decide(state: State, command: Command, at: Instant, fresh: Fresh, by = ''): Decision {
  if ('ageMs' in command && command.ageMs !== undefined && command.ageMs > staleAfter) return refuse('stale');
  if ('counter' in command && command.counter != null && !hasCounter(state, command.counter)) {
    return refuse('unknown-counter');
  }
  // The table above ties each type to its function; the compiler cannot follow that through an index.
  const decideOne = deciders[command.type] as Decide<Command>;
  return signed(state, decideOne(state, command, at, fresh), by);
}

const hasCounter = (state: State, number: number): boolean =>
  officeOf(state).counters.some((setup) => setup.number === number);
