/** CRC-16/IBM-3740: the check sum of a Q1 frame. It finds every damage of up to two bytes side by side, and every swap of two. */

/** Polynomial 0x1021, start 0xFFFF, nothing reflected: `123456789` gives 0x29B1. */
export function crc(bytes: Uint8Array): number {
  let sum = 0xffff;
  for (const byte of bytes) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) {
      sum = (sum & 0x8000) === 0 ? sum << 1 : (sum << 1) ^ 0x1021;
    }
    sum &= 0xffff;
  }
  return sum;
}

/** As written in a frame: four capital hexadecimal digits. */
export const crcText = (bytes: Uint8Array): string => crc(bytes).toString(16).toUpperCase().padStart(4, '0');
