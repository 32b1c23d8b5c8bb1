/** Bahasa Indonesia: what stands on the printed slip. */

export const texts = {
  title: 'Slip nomor antrean',
  print: 'Cetak',
  number: 'Nomor',
  printedAt: (when: string) => `Dicetak ${when}`,
  bring: 'Bawa ini',
  reasons: 'Yang perlu dilengkapi',
  returnToday: 'Kembali hari ini, tanpa mengambil nomor baru',
  returnUntil: (date: string) => `Kembali paling lambat ${date}, tanpa mengambil nomor baru`,
  collect: 'Pengambilan',
  from: (date: string) => `mulai ${date}`,
  afterPaid: 'tanggalnya ditetapkan setelah pembayaran',
  at: 'Tempat',
  fee: 'Biaya',
  free: 'GRATIS',
  freeWhy: 'Janji waktu terlewati: tidak perlu membayar',
  code: 'Kode',
  showCode: 'Ketik atau pindai kode ini di mesin antrean, di pintu, atau di lantatur.',
  unknown: 'Nomor ini tidak ditemukan',
  unknownWhy: 'Slip dapat dicetak pada hari kunjungan dan sehari sesudahnya.',
};

export type SlipTexts = typeof texts;
