/** Bahasa Indonesia: the sheet of numbers that are given on paper while the hub does not work. */

export const texts = {
  title: 'Lembar nomor darurat',
  how: 'Saat sistem padam: sobek nomor di kanan untuk pemohon, dan catat di kiri layanan dan jam. Panggil menurut urutan. Setelah sistem kembali, masukkan lembar ini di halaman kepala, bagian “Hari ini”.',
  print: 'Cetak',
  from: 'Mulai nomor',
  count: 'Banyaknya',
  date: 'Tanggal',
  time: 'Jam',
  priority: 'Prioritas',
  served: 'Selesai',
  waitHere: 'Silakan menunggu, nomor Anda akan dipanggil.',
};

export type EmergencyTexts = typeof texts;
