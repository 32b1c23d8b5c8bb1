/** Bahasa Indonesia: what the board above a counter says. Another language is another file like this one. */

export const texts = {
  please: 'Silakan datang',
  here: 'Nomor di loket ini',
  ready: 'Siap melayani',
  paused: 'Jeda sebentar',
  closed: 'Loket tutup',
  closedHint: 'Silakan lihat papan lobi',
  timeLeft: 'Sisa waktu',
  almostOver: 'Hampir habis',
  lastSeconds: 'Detik terakhir',
  timeOver: 'Waktu habis',
  notHeard: 'Menunggu sambungan',
  orFree: (span: string) => `Lebih dari ${span}: gratis`,
  promised: (span: string) => `Dijanjikan ${span}`,
  keptIn: (time: string) => `selesai dalam ${time}`,
  freeWhy: 'Janji waktu terlewati: tanpa biaya',
  over: 'LEWAT WAKTU',
  overWhy: 'Maaf, janji waktu terlewati',
};

export type CounterTexts = typeof texts;
