/** Terminals that push what they measure, by maker. */
import { readHikvision } from './hikvision.ts';
import { readZkteco } from './zkteco.ts';

export const terminals = { readHikvision, readZkteco };
