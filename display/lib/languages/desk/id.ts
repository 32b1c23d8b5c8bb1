/** Bahasa Indonesia: what the desk says beyond calling: file check, claims, slips, help with a booking. */

export const texts = {
  lacks: 'Yang kurang',
  bring: 'Yang harus dibawa',
  identity: 'Nomor identitas',
  identityQuestion: (number: string) => `Nomor identitas pemegang ${number}`,
  identityWhy: 'Diperiksa hari ini saja, tidak disimpan sebagai tulisan.',
  check: 'Periksa',
  checked: 'Identitas: tidak ada nomor lain',
  alsoHas: (numbers: string) => `Juga memegang ${numbers}`,
  sameIdentity: 'Satu orang, dua nomor: sampaikan kepada kepala.',
  unverified: 'Bukti di kertas, belum ada di daftar',
  claim: 'Gratis: tutup klaim',
  claimQuestion: (number: string) => `${number}: waktu terlewat, layanan gratis`,
  claimWhy: 'Pilih bagaimana uangnya diselesaikan.',
  openClaims: 'Klaim terbuka',
  closeClaim: (number: string) => `Tutup ${number}`,
  notCharged: 'Tidak dipungut',
  refunded: 'Dikembalikan',
  reference: 'Nomor bukti pengembalian',
  slip: (number: string) => `Slip ${number}`,
  paid: (number: string) => `${number} sudah dibayar`,
  help: 'Bantu pesan',
  lists: 'Ditanyakan sekali',
  listQuestion: (number: string, list: string) => `${number}: ${list}`,
  tools: 'Lainnya',
};

export type DeskTexts = typeof texts;
