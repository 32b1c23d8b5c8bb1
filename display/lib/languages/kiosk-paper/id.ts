/** Bahasa Indonesia: what the ticket kiosk says of the paper. */

export const texts = {
  coming: 'Silakan ambil nomor Anda',
  comingWhy: 'Kertas keluar di bawah layar.',
  out: 'Ambil kertas nomor Anda',
  outWhy: 'Bawa kertas ini sampai selesai.',
  there: (where: string) => `Ambil kertas di ${where}`,
  thereWhy: 'Printer mesin ini sedang tidak dapat mencetak.',
  photo: 'Foto layar ini atau catat nomornya',
  photoWhy: 'Kertas tidak keluar di mesin ini. Nomor Anda tetap berlaku; petugas dapat mencetaknya.',
  unsure: 'Kertas tidak keluar?',
  unsureWhy: 'Kalau kertas sudah di tangan, tekan Selesai.',
  reprint: 'Cetak ulang',
  notPossible: 'Silakan minta kertas kepada petugas.',
  scan: 'Buka di ponsel',
};

export type KioskPaperTexts = typeof texts;
