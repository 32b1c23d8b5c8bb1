/** What people are told of the office's printers: which one serves a station, where it is, and which need somebody. */
import { readSettings } from './contract/device-settings.ts';
import type { PaperStation } from './contract/paper.ts';
import type { PrinterState } from './contract/views-devices.ts';
import type { PrinterTrouble, StationPaper } from './contract/views-papers.ts';
import type { Device } from './domain/calendar.ts';
import type { Printers } from './printing.ts';

type Devices = ReadonlyMap<string, Device>;

const printing: readonly PrinterState['state'][] = ['ok', 'near-end', 'unknown'];
/** One that says nothing of itself is believed. */
const quiet: readonly PrinterState['state'][] = ['ok', 'unknown'];

export function printerFor(
  devices: Devices,
  printers: Pick<Printers, 'forStation'>,
  station: PaperStation,
): StationPaper | null {
  const found = printers.forStation(station);
  if (!found) return null;
  const device = devices.get(found.id);
  const isSpare = device !== undefined && readSettings('escpos', device)?.spare === true;
  const where = device?.label ?? found.id;
  return {
    printer: found.id,
    ready: printing.includes(found.state),
    elsewhere: isSpare ? where : null,
  };
}

export function troublesOf(devices: Devices, printers: Pick<Printers, 'state'>): PrinterTrouble[] {
  const troubles: PrinterTrouble[] = [];
  for (const { id, driver, label } of devices.values()) {
    const state = driver === 'escpos' ? printers.state(id) : null;
    if (state && !quiet.includes(state.state)) troubles.push({ ...state, id, label });
  }
  return troubles;
}
