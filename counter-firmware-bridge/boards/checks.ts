/** Check sums that boards want at the end of a frame. */

export const sum8 = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => (sum + byte) & 0xff, 0);

export const xor8 = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum ^ byte, 0);

/** CRC-16/MODBUS: reflected 0x8005, start 0xFFFF; `123456789` gives 4B37. On the wire the low byte goes first. */
export function crc16Modbus(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  }
  return crc;
}

/** CRC-16/IBM-3740: 0x1021, start 0xFFFF, nothing reflected; `123456789` gives 29B1. */
export function crc16Ibm3740(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}
