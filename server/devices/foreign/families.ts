/** Which makers are known: driver -> family, each with its board where it has one. */
import type { KnownDriver } from '../../contract/device-settings.ts';
import { awtrix3Board } from './boards/awtrix-3.ts';
import { awtrixNgBoard } from './boards/awtrix-ng.ts';
import { esphomeBoard } from './boards/esphome.ts';
import { tasmotaBoard } from './boards/tasmota.ts';
import { wledBoard } from './boards/wled.ts';
import { bthome } from './bthome.ts';
import { awtrix3, awtrixNg, wled } from './displays.ts';
import { esphome } from './esphome.ts';
import type { DeviceFamily } from './family.ts';
import { json } from './json.ts';
import { lookUp } from './payload.ts';
import { shelly1 } from './shelly-1.ts';
import { shelly2 } from './shelly-2.ts';
import { tasmota } from './tasmota.ts';
import { zigbee2mqtt } from './zigbee2mqtt.ts';

const families: Partial<Record<KnownDriver, DeviceFamily>> = {
  tasmota: { ...tasmota, board: tasmotaBoard },
  'shelly-1': shelly1,
  'shelly-2': shelly2,
  esphome: { ...esphome, board: esphomeBoard },
  zigbee2mqtt,
  bthome,
  json,
  'awtrix-3': { ...awtrix3, board: awtrix3Board },
  'awtrix-ng': { ...awtrixNg, board: awtrixNgBoard },
  wled: { ...wled, board: wledBoard },
};

/** Undefined: the driver speaks the contract's own topics, or none. */
export const familyOf = (driver: string): DeviceFamily | undefined => lookUp(families, driver);
