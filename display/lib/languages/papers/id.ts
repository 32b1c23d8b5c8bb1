/** Bahasa Indonesia: yang petugas baca tentang printer dan kertas nomor. */

export const texts = {
  title: 'Kertas nomor',
  printer: (name: string) => `Printer ${name}`,
  states: {
    out: 'kertas habis',
    cover: 'penutup terbuka',
    offline: 'tidak terhubung',
    error: 'bermasalah',
    'near-end': 'kertas hampir habis',
    ok: 'siap',
    unknown: 'tidak diketahui',
  },
  since: (time: string) => `sejak ${time}`,
  waiting: (count: number) => `${count} kertas menunggu`,
  failed: 'tidak tercetak',
  unsure: 'mungkin tidak keluar',
  slip: 'slip',
  reprint: 'Cetak ulang',
  reprintOf: (number: string) => `Cetak ulang ${number}`,
  voids: 'Kertas dan tautan yang lama tidak berlaku lagi.',
  settled: 'Beres',
  settledOf: (number: string) => `${number} sudah beres`,
  settledWhy: 'Kertasnya keluar, atau tidak diperlukan lagi.',
  sent: (number: string) => `${number} dikirim ke printer.`,
  asPage: 'Buka halaman slip',
};

export type PapersTexts = typeof texts;
