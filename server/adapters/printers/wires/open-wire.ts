/** Opens the way to a printer from where its settings say that it is. */
import { openCups } from './cups.ts';
import { openSerial } from './serial.ts';
import { openTcp } from './tcp.ts';
import { openUsb } from './usb.ts';
import type { Limits, Wire } from './wire.ts';

const rawPort = 9100;
const usualBaud = 19_200;

/**
 * @param at as the settings have it: `tcp://192.168.1.50`, `serial:/dev/ttyS0?baud=9600`, `usb:/dev/usb/lp0`, `cups:NAME`
 * Rejects when nothing is there; then nothing was sent.
 */
export function openWire(at: string, limits: Limits): Promise<Wire> {
  const [, kind = '', rest = ''] = /^(tcp|serial|usb|cups):(.+)$/i.exec(at) ?? [];
  switch (kind.toLowerCase()) {
    case 'tcp': {
      const [, host = '', port] = /^\/\/(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(rest) ?? [];
      return openTcp(host.replace(/^\[|\]$/g, ''), Number(port ?? rawPort), limits);
    }
    case 'serial': {
      const [path = '', baud] = rest.split('?baud=');
      return openSerial(path, Number(baud ?? usualBaud), limits);
    }
    case 'usb':
      return openUsb(rest, limits);
    case 'cups':
      return openCups(rest, limits);
  }
  return Promise.reject(new Error('an address of no known kind'));
}
