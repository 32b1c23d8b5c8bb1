/**
 * Hikvision face terminals that measure temperatures: their HTTP listening push (ISAPI, `AccessControllerEvent`), as JSON, XML
 * or multipart with pictures. Taken are temperature, unit and serial number alone: pictures, names and employee numbers
 * are not even read out.
 */
import type { TerminalReading } from './reading.ts';

/** @param type the request's content type */
export function readHikvision(body: Uint8Array, type: string): readonly TerminalReading[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  const parts = boundary === undefined ? [textOf(body)] : textParts(body, boundary);
  return parts.flatMap((part) => {
    const found = part.trimStart().startsWith('<') ? fromXml(part) : fromJson(part);
    return found === null ? [] : [found];
  });
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The parts that are no picture, without their headers. */
function textParts(body: Uint8Array, boundary: string): readonly string[] {
  // Pictures are bytes: as Latin-1 every byte stays one character, and no part is cut in the wrong place.
  const whole = Buffer.from(body).toString('latin1');
  return whole.split(`--${boundary}`).flatMap((part) => {
    const end = part.indexOf('\r\n\r\n');
    if (end < 0 || /content-type:\s*image\//i.test(part.slice(0, end))) return [];
    return [Buffer.from(part.slice(end + 4), 'latin1').toString('utf8')];
  });
}

interface Fields {
  readonly temperature: unknown;
  readonly unit: unknown;
  readonly serial: unknown;
  readonly time: unknown;
}

function fromJson(text: string): TerminalReading | null {
  let message: unknown;
  try {
    message = JSON.parse(text.trim());
  } catch {
    return null;
  }
  const outer = entriesOf(message);
  const event = outer.has('AccessControllerEvent') ? entriesOf(outer.get('AccessControllerEvent')) : outer;
  return readingOf({
    temperature: event.get('currTemperature'),
    unit: event.get('thermometryUnit'),
    serial: event.get('serialNo'),
    time: outer.get('dateTime'),
  });
}

const entriesOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));

function fromXml(text: string): TerminalReading | null {
  // One way to read it and no other: a pattern that may begin and end with blanks takes hours for a body full of them.
  const field = (name: string) => new RegExp(`<${name}>([^<]{1,64})</${name}>`).exec(text)?.[1]?.trim();
  return readingOf({
    temperature: field('currTemperature'),
    unit: field('thermometryUnit'),
    serial: field('serialNo'),
    time: field('dateTime'),
  });
}

/** Null where it is an event of another kind, or nothing was measured. */
function readingOf({ temperature, unit, serial, time }: Fields): TerminalReading | null {
  const degrees = temperature === undefined || temperature === '' ? Number.NaN : Number(temperature);
  const mark = typeof serial === 'number' || typeof serial === 'string' ? String(serial).slice(0, 40) : '';
  if (!Number.isFinite(degrees) || degrees === 0 || mark === '') return null;
  const celsius = String(unit).toLowerCase() === 'fahrenheit' ? ((degrees - 32) * 5) / 9 : degrees;
  return { mark, celsius: Math.round(celsius * 100) / 100, time: typeof time === 'string' ? time : null };
}
