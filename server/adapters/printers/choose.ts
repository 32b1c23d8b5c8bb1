/** Which printers print for a station, the one to try first at the head. */
import { readSettings, type SettingsOf } from '../../contract/device-settings.ts';
import type { PaperStation } from '../../contract/paper.ts';

export interface PrinterDevice {
  readonly id: string;
  readonly driver: string;
  readonly label: string | null;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface Known {
  readonly device: PrinterDevice;
  readonly settings: SettingsOf<'escpos'>;
}

/** The printers among the devices, in their order. */
export function printersAmong(devices: Iterable<PrinterDevice>): Known[] {
  return [...devices].flatMap((device) => {
    const settings = readSettings('escpos', device);
    return settings ? [{ device, settings }] : [];
  });
}

/**
 * The station's own printers before the spare ones; one that is named for this very station before those of its
 * role; all that cannot print now at the end, in the same order: somebody may have just put paper in.
 */
export function inOrder(
  known: readonly Known[],
  station: PaperStation,
  can: (id: string) => boolean,
): Known[] {
  const rank = ({ device, settings }: Known): number => {
    const byToken = station.token !== null && settings.for.includes(station.token);
    return (can(device.id) ? 0 : 4) + (settings.spare ? 2 : 0) + (byToken ? 0 : 1);
  };
  return known
    .filter(({ settings }) => settings.for.some((name) => name === station.role || name === station.token))
    .map((printer) => ({ printer, rank: rank(printer) }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ printer }) => printer);
}
