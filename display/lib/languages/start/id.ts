/** What the start page says in Indonesian of what is running: what is connected, codes to scan, a rehearsal's numbers. */
export const texts = {
  groups: { lobby: 'Di ruang tunggu dan pintu', people: 'Untuk petugas', counters: 'Di setiap loket' },
  qr: (name: string) => `Kode QR: ${name}`,
  qrOf: (count: number) => `Kode QR ${count} loket`,
  qrUnreachable: 'Kode QR tampil setelah Anda masuk, dengan alamat yang ditemukan ponsel dan layar lain.',
  zone: (zone: string) => `Zona ${zone}`,
  zoneWhy: 'Hanya panggilan dan loket di zona itu',
  connected: 'Yang tersambung',
  version: (version: string) => `Loket ${version}`,
  broker: (port: number) => `Perangkat tersambung lewat MQTT, port ${port}.`,
  devices: 'Perangkat',
  screens: 'Layar',
  some: (online: number, all: number) => `${online} dari ${all} tersambung`,
  since: (when: string) => `terputus sejak ${when}`,
  never: 'belum pernah tersambung',
  noDevices: 'Belum ada perangkat yang ditambahkan',
  noScreens: 'Belum ada layar yang terbuka',
  pages: { lobby: 'Papan lobi', counter: 'Papan loket', door: 'Papan pintu', kiosk: 'Kios antrean' },
  unknown: 'Layar lain',
  rehearse: 'Latihan: ambil nomor',
  rehearseWhy: 'Setiap tombol mengambil satu nomor, seperti pengunjung di kios.',
  taken: (number: string) => `${number} diambil.`,
};

export type StartTexts = typeof texts;
