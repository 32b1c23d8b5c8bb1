/** An office as it was recorded by an earlier version, with what the office file could not say then. */
import type { Office, Service, Step } from '../contract/office.ts';

/** As it is now, when it was recorded by this version. */
export function withWhatCameLater(recorded: Office): Office {
  return {
    ...recorded,
    ages: recorded.ages ?? { elderly: 60, toddler: 5 },
    bookingList: recorded.bookingList ?? { columns: {}, overbook: false },
    currency: recorded.currency ?? 'IDR',
    // What an office did before is not changed by a new version alone.
    stopNumbers: recorded.stopNumbers ?? 'hours',
    steps: recorded.steps.map(withThings),
    services: recorded.services.map(withCollection),
  };
}

const withThings = (step: Step): Step =>
  step.incomplete
    ? { ...step, incomplete: { ...step.incomplete, bring: step.incomplete.bring ?? [] } }
    : step;

const withCollection = (service: Service): Service =>
  service.collect
    ? { ...service, collect: { ...service.collect, from: service.collect.from ?? 'done' } }
    : service;
