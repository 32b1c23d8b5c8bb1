/** What a board is taken to show where the office file does not say; rather too little than a number that is cut. */
import type { BoardProfile } from '../../server/contract/device-settings.ts';

export const usualBoard = {
  modbus: { width: 4, characters: 'seven-segment' },
  ascii: { width: 4, characters: 'seven-segment' },
  alpha: { width: 16, characters: 'text' },
} as const satisfies Record<string, BoardProfile>;
