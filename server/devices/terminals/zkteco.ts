/**
 * ZKTeco terminals (push protocol, "ADMS"): rows of the real-time log, keys and values separated by tabs. Temperatures come as
 * whole numbers whose scale differs from firmware to firmware, 0 or 255 where nothing was measured. Person, card and mask are
 * not read out.
 */
import type { TerminalReading } from './reading.ts';

/** @param divide by what whole numbers are divided; a number with a point is degrees already */
export function readZkteco(text: string, divide: number): readonly TerminalReading[] {
  return text.split(/\r?\n/).flatMap((row) => {
    const reading = readingOf(row, divide);
    return reading === null ? [] : [reading];
  });
}

const notMeasured = ['', '0', '255', '0.0', '255.0'];

function readingOf(row: string, divide: number): TerminalReading | null {
  const fields = new Map(row.split('\t').map((field) => splitOnce(field.trim())));
  // The converted value is the body's; firmware without one sends the measured value alone.
  const written = [fields.get('convtemperature'), fields.get('temperature')].find(
    (value) => value !== undefined && !notMeasured.includes(value),
  );
  const index = fields.get('index');
  if (written === undefined || index === undefined || !/^\d{2,5}(?:\.\d{1,3})?$/.test(written)) return null;
  const celsius = written.includes('.') ? Number(written) : Number(written) / divide;
  return { mark: index.slice(0, 40), celsius, time: fields.get('time') ?? null };
}

function splitOnce(field: string): [key: string, value: string] {
  const at = field.indexOf('=');
  return at < 0 ? [field, ''] : [field.slice(0, at), field.slice(at + 1)];
}
