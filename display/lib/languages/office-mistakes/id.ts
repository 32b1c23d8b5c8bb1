/** Bahasa Indonesia: what the hub says of mistakes in the office file, which it says in English to everybody. */

/** `$1` stands for what the hub has named. */
type Sayings = readonly (readonly [RegExp, string])[];

export const texts = {
  missing: (what: string) => `Belum diisi: ${what}.`,
  expected: (what: string) => `Isi dengan ${what}.`,
  /** Whole sentences. */
  sentences: [
    [/^expected a date not before "from"/, 'Tanggal terakhir lebih awal daripada tanggal mulai.'],
    [/^expected no zone, since no counter has one/, 'Belum ada loket yang mempunyai zona.'],
    [/^the [\w ]+ (.+) is given twice$/, '$1 sudah dipakai.'],
    [/^(.+) is given twice$/, '$1 tertulis dua kali.'],
    [/^overlaps with another range of the same day$/, 'Bertumpang tindih dengan jam lain di hari yang sama.'],
    [/^unknown key (".+?")/, '$1 tidak dikenal.'],
    [/^this key is given twice$/, 'Tertulis dua kali.'],
    [/^not readable as YAML/, 'Tidak dapat dibaca sebagai YAML.'],
    [/^expected spaces at the beginning of the line, found a tab$/, 'Awal baris harus spasi, bukan tab.'],
    [/^expected an anchor \(&(.+?)\)/, 'Tidak ada yang bernama &$1.'],
    [/^expected one document/, 'Hanya satu dokumen: hapus yang setelah ---.'],
    [/^expected a plain value, found a tag/, 'Tanda seru tidak boleh di depan nilai.'],
    [/^expected days in the order of the week/, 'Hari harus berurutan, dari Senin sampai Minggu.'],
    [/^expected a text before the colon$/, 'Sebelum titik dua harus ada kata.'],
    [/^expected "within" beside it/, 'Isi juga “Paling lama”.'],
    [/^expected "first: true" beside it/, 'Hanya untuk jalur yang dipanggil lebih dahulu.'],
    [/^expected more than warnAbove \((.+)\)/, 'Harus lebih tinggi dari batas peringatan ($1).'],
    [
      /^expected shares of together at most perDay \((\d+)\), found (\d+)/,
      'Bersama-sama paling banyak $1, sekarang $2.',
    ],
    [
      /^expected at least (\d+), what a day has without a release/,
      'Paling sedikit $1, yaitu tempat sehari dengan tambahannya.',
    ],
    [/^expected a lane that this quota does not count/, 'Pilih jalur yang tidak dihitung kuota ini.'],
    [/^expected a service of the office; (.+) is off-site/, 'Pilih layanan di kantor, bukan di luar.'],
    [/^expected one device on a p2p line/, 'Hanya satu perangkat; untuk beberapa pilih cara bergiliran.'],
    [/^expected "protocol: (\w+)"/, 'Hanya untuk protokol $1.'],
    [
      /^expected two hexadecimal digits after .+ found "(.+)"/,
      'Setelah \\x harus dua angka heksadesimal, misalnya \\x02: $1',
    ],
    [/^expected a place such as .+ found "(.+)"/, 'Kurung kurawal belum ditutup: $1'],
    [
      /^expected a character of ASCII, .+ found "(.*)"/,
      'Huruf ini tidak dapat dikirim, tulis sebagai \\xHH: $1',
    ],
    [/^expected (\{addr\}, .+), found "(.+)"/, '$2 tidak dikenal. Yang ada: $1.'],
    [/^expected \{text\} once/, 'Nomor, {text}, harus ada tepat satu kali.'],
    [/^expected \{check\} at most once/, '{check} hanya boleh satu kali.'],
    [/^expected \{check\} where/, 'Pola belum memuat {check}, tempat angka pemeriksa.'],
    [/^expected what the \{check\}/, 'Pilih angka pemeriksa untuk {check} dalam pola.'],
    [/^expected \{addr:02\}/, 'Pola harus memuat {addr:02}: tanpa itu semua papan menampilkan yang sama.'],
    [/^expected a real date|which does not exist$/, 'Tanggal itu tidak ada.'],
    [/^expected one of the [\w ]+ (.+), found ("?[^;]+"?)/, '$2 tidak ada. Pilih salah satu: $1.'],
    [/^expected an id other than/, 'Kode itu sudah dipakai oleh pusat.'],
  ] as Sayings,
  /** What was expected. */
  things: [
    [/^a sound card/, 'nama kartu suara, misalnya default atau plughw:0,0'],
    [
      /^a file of small letters/,
      'nama berkas png, jpg, webp, mp4, atau webm, dengan huruf kecil, misalnya gambar.jpg',
    ],
    [/^notices such as|^files such as|^sound cards such as/, 'sebuah daftar'],
    [/^a duration above zero/, 'lama waktu lebih dari nol'],
    [/^a duration/, 'lama waktu, misalnya 2 jam atau 30 menit'],
    [/^a number of days/, 'jumlah hari, misalnya 3 hari'],
    [/^a whole number from (\d+) to (\d+)/, 'bilangan bulat dari $1 sampai $2'],
    [/^a template with/, 'pola dengan {text}, misalnya \\x02{addr:02}{text:6}\\x03'],
    [/^how the board wants its frame/, 'bentuk pesan papan'],
    [/^a number from (\S+) to (\S+)/, 'bilangan dari $1 sampai $2'],
    [/^a temperature/, 'suhu dari 30 sampai 45 °C'],
    [/^an id of|^a device id/, 'huruf kecil, angka, atau tanda hubung, tanpa spasi'],
    [/^a prefix/, 'satu sampai tiga huruf besar'],
    [/^a text of 1 to 200/, 'teks satu baris, paling panjang 200 huruf'],
    [/^a day such as/, 'hari seperti fri, atau mon-thu'],
    [/^a date/, 'sebuah tanggal'],
    [/^a range that ends after/, 'jam selesai yang lebih lambat dari jam mulai'],
    [/^a range of times/, 'jam mulai dan jam selesai, misalnya 08:00 dan 12:00'],
    [/^a time zone/, 'zona waktu, misalnya Asia/Jakarta'],
    [/^a colour/, 'warna, misalnya #4fc3a1'],
    [/^a language code/, 'kode bahasa, misalnya id atau en'],
    [/^a share of the calls|^at least 1 of the calls/, 'bagian seperti 2 dari 3'],
    [/^at most PT24H/, 'paling lama 24 jam'],
    [/^true or false/, 'ya atau tidak'],
    [/^a list of (\d+) to (\d+)/, 'paling sedikit $1 dan paling banyak $2'],
    [/^a list of|^reasons|^kinds|^choices|^outcomes/, 'paling sedikit satu'],
    [/^one of (.+)/, 'salah satu dari $1'],
  ] as Sayings,
};

export type MistakeTexts = typeof texts;
