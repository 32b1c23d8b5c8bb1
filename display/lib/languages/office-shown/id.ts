/** Bahasa Indonesia: where counters are, who speaks, and what boards show, as fields of the office file. */

export const texts = {
  labels: {
    'counters.direction': 'Arah loket',
    'voice.languages': 'Bahasa suara',
    'voice.gong': 'Gong sebelum panggilan',
    'voice.jacks': 'Kartu suara komputer pusat',
    'voice.jacks.device': 'Kartu suara',
    'voice.jacks.zone': 'Zona',
    notices: 'Pengumuman',
    'notices.text': 'Isi pengumuman',
    'notices.from': 'Mulai tanggal',
    'notices.until': 'Sampai tanggal',
    'notices.zone': 'Zona',
    media: 'Gambar dan video',
    'media.file': 'Berkas',
    'media.still': 'Lama satu gambar',
    'media.zone': 'Zona',
  } as Record<string, string>,
  hints: {
    'counters.direction': 'Dilihat dari papan zonanya. Kosong: tanpa panah.',
    'voice.languages': 'Diucapkan menurut urutan ini. Kosong: bahasa layar.',
    'voice.jacks.device': 'Seperti disebut aplay -L, misalnya default.',
    'voice.jacks.zone': 'Kosong: memanggil untuk seluruh kantor.',
    'notices.until': 'Hari terakhir. Kosong: seterusnya.',
    'notices.zone': 'Kosong: di semua papan.',
    'media.file': 'Diunggah di bagian Layar.',
    'media.still': 'Video diputar sampai habis.',
    'media.zone': 'Kosong: di semua papan.',
  } as Record<string, string>,
  choices: {
    'counters.direction.left': 'kiri',
    'counters.direction.right': 'kanan',
    'counters.direction.ahead': 'lurus ke depan',
    'counters.direction.back': 'ke belakang',
    'counters.direction.up': 'naik, lantai atas',
    'counters.direction.down': 'turun, lantai bawah',
  } as Record<string, string>,
};

export type ShownFieldTexts = typeof texts;
