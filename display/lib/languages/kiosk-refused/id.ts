/** Bahasa Indonesia: what the ticket kiosk says to a refusal, by the refusal and the errand or by the refusal alone. */

const notMade = {
  what: 'Nomor belum dapat dibuat',
  instead: 'Coba lagi sebentar lagi. Kalau belum berhasil juga, petugas memberi Anda nomor.',
};

export const texts = {
  'office-closed': {
    what: 'Hari ini nomor sudah tidak dibagikan',
    instead: 'Datanglah lagi pada waktu itu. Yang sudah memegang nomor tetap dilayani.',
  },
  'office-closed check-in': {
    what: 'Hari ini nomor sudah tidak dibagikan',
    instead: 'Kode Anda tetap berlaku. Datanglah lagi pada waktu itu dan bawa kodenya.',
  },
  'office-closed book': {
    what: 'Kantor tutup pada hari itu',
    instead: 'Silakan pilih hari lain. Nama yang sudah ditulis tidak perlu diulang.',
  },
  'intake-closed': {
    what: 'Jalur itu sedang tidak menerima',
    instead: 'Datanglah lagi pada waktu itu, atau pilih jalur lain.',
  },
  'intake-closed check-in': {
    what: 'Jalur itu sedang tidak menerima',
    instead: 'Kode Anda tetap berlaku. Pakailah kodenya lagi pada waktu itu.',
  },
  'quota-full': {
    what: 'Tempat hari ini sudah habis',
    instead: 'Pesan tempat sekarang juga, supaya Anda tidak perlu mengantre dua kali.',
  },
  'quota-full book': {
    what: 'Tempat pada hari itu baru saja habis',
    instead: 'Silakan pilih hari lain. Nama yang sudah ditulis tidak perlu diulang.',
  },
  'quota-full check-in': {
    what: 'Tempat hari ini sudah habis',
    instead: 'Waktu kode Anda sudah lewat dan tempatnya terpakai. Silakan pesan hari lain.',
  },
  'quota-full none': {
    what: 'Semua tempat sudah habis',
    instead: 'Petugas dapat memberi tahu kapan tempat dibuka lagi.',
  },
  'slot-full': {
    what: 'Tempat pada jam itu baru saja habis',
    instead: 'Silakan pilih jam lain. Nama yang sudah ditulis tidak perlu diulang.',
  },
  'unknown-slot': {
    what: 'Jam itu tidak ada pada hari itu',
    instead: 'Silakan pilih jam lain. Nama yang sudah ditulis tidak perlu diulang.',
  },
  'unknown-booking': {
    what: 'Kode itu belum kami temukan',
    instead: 'Cocokkan huruf dan angkanya dengan karcis atau bukti pesanan Anda.',
  },
  'unknown-booking scan': {
    what: 'Kode itu bukan dari antrean ini',
    instead: 'Pindai kode pada karcis atau bukti pesanan Anda, atau ketik kode pendeknya.',
  },
  'booking-early': {
    what: 'Kode Anda benar, hanya belum waktunya',
    instead: 'Silakan menunggu, lalu pakai kodenya lagi di sini mulai waktu itu. Tempat Anda tetap ada.',
  },
  'booking-early later': {
    what: 'Kode Anda benar, hanya belum waktunya',
    instead: 'Datanglah pada waktu itu dan pakai kodenya lagi di sini. Kode Anda tetap berlaku.',
  },
  'booking-late': {
    what: 'Waktu pesanan itu sudah lewat',
    instead: 'Ambil nomor biasa dari awal, atau pesan hari lain.',
  },
  'booking-other-day': {
    what: 'Pesanan itu untuk hari lain',
    instead: 'Datanglah pada hari itu. Untuk hari ini, ambil nomor biasa dari awal.',
  },
  'booking-used': {
    what: 'Kode itu sudah pernah dipakai',
    instead: 'Nomornya sudah diberikan; perhatikan papan. Kalau nomor itu terlewat, tekan tombol di bawah.',
  },
  'booking-cancelled': {
    what: 'Pesanan itu sudah dibatalkan',
    instead: 'Ambil nomor biasa dari awal, atau pesan hari lain.',
  },
  'one-booking-only': {
    what: 'Nomor telepon itu sudah punya pesanan',
    instead: 'Pakai pesanan yang sudah ada, atau ketik nomor telepon lain.',
  },
  'party-too-large': {
    what: 'Terlalu banyak orang untuk satu pesanan',
    instead: 'Kurangi jumlah orangnya, atau temui petugas untuk rombongan.',
  },
  'not-bookable': {
    what: 'Layanan ini tidak perlu dipesan',
    instead: 'Silakan ambil nomor langsung dari awal.',
  },
  'outside-horizon': {
    what: 'Tanggal itu tidak dapat dipesan',
    instead: 'Silakan pilih tanggal yang masih dapat dipesan.',
  },
  'not-on-this-day': {
    what: 'Layanan itu tidak diberikan pada hari ini',
    instead: 'Datanglah pada tanggal itu. Kode Anda tetap berlaku.',
  },
  'requirement-missing': {
    what: 'Ada syarat yang belum lengkap',
    instead: 'Silakan temui petugas; Anda akan dibantu melengkapinya.',
  },
  'malformed book': {
    what: 'Ada isian yang belum benar',
    instead: 'Periksa nama, tanggal lahir, dan nomor teleponnya.',
  },
  'unknown-service': {
    what: 'Pilihan layanan baru saja berubah',
    instead: 'Silakan pilih sekali lagi dari awal.',
  },
  'unknown-lane': {
    what: 'Pilihan jalur baru saja berubah',
    instead: 'Silakan pilih sekali lagi dari awal.',
  },
  'unknown-ticket': {
    what: 'Nomor itu tidak ada hari ini',
    instead: 'Cocokkan dengan karcis Anda. Kode dari hari lain punya tombolnya sendiri di halaman awal.',
  },
  'not-possible': {
    what: 'Nomor itu tidak terlewat',
    instead: 'Nomor itu masih menunggu, sedang dilayani, atau sudah selesai. Perhatikan papan.',
  },
  'not-possible take': {
    what: 'Nomor itu belum dapat diberikan',
    instead: 'Silakan temui petugas; Anda akan dibantu di sana.',
  },
  'not-possible check-in': {
    what: 'Kode itu belum dapat dipakai sekarang',
    instead: 'Kalau waktunya sudah tiba, petugas akan membantu Anda.',
  },
  'not-possible book': {
    what: 'Pesanan itu belum dapat dibuat',
    instead: 'Silakan temui petugas; Anda akan dibantu di sana.',
  },
  'already-called': {
    what: 'Nomor itu sedang dipanggil',
    instead: 'Silakan langsung datang; petugas sudah menunggu Anda.',
  },
  'too-soon': { what: 'Belum waktunya', instead: 'Silakan coba lagi nanti, atau temui petugas.' },
  'too-soon check-in': {
    what: 'Kode Anda benar, hanya belum waktunya',
    instead: 'Kode Anda tetap berlaku. Pakailah kodenya lagi di sini mulai waktu itu.',
  },
  'too-many-requests': {
    what: 'Mesin ini sedang sibuk',
    instead: 'Pilihan Anda masih tersimpan. Tunggu sejenak, lalu coba lagi.',
  },
  storage: notMade,
  internal: notMade,
  unreachable: {
    what: 'Jawabannya belum sampai',
    instead: 'Tekan “Coba lagi”: Anda tetap mendapat satu nomor saja. Atau temui petugas.',
  },
  'unreachable book': {
    what: 'Jawabannya belum sampai',
    instead: 'Tekan “Coba lagi”: Anda tetap mendapat satu pesanan saja. Atau temui petugas.',
  },
  officer: {
    what: 'Mesin ini sedang tidak dapat membantu',
    instead: 'Silakan temui petugas; Anda akan dibantu di sana.',
  },
};

export type KioskRefusedTexts = typeof texts;
