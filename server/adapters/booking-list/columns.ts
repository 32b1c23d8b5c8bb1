/** Which column of a list is which: the names that lists give them, and those that the office says. */
import { type ColumnName, columnNames, type WantedColumns } from './booking-line.ts';

/** Compared as `lettersOf`, the likeliest first. */
const usualNames: Readonly<Record<ColumnName, readonly string[]>> = {
  reference: [
    ...[
      'nomor permohonan',
      'no permohonan',
      'kode permohonan',
      'kode booking',
      'nomor booking',
      'no booking',
    ],
    ...['nomor registrasi', 'no registrasi', 'nomor pendaftaran', 'no pendaftaran', 'reference'],
    ...['reference number', 'booking reference', 'booking code', 'application number'],
  ],
  group: [
    ...['kode keluarga', 'kode kelompok', 'kode grup', 'keluarga', 'kelompok', 'grup'],
    ...['group', 'group code', 'family', 'family code'],
  ],
  name: ['nama lengkap', 'nama pemohon', 'nama', 'full name', 'applicant', 'name'],
  birthDate: ['tanggal lahir', 'tgl lahir', 'date of birth', 'birth date', 'dob'],
  phone: [
    ...['telepon', 'no telepon', 'nomor telepon', 'telp', 'no telp', 'hp', 'no hp', 'nomor hp', 'handphone'],
    ...['no handphone', 'nomor handphone', 'no hp/wa', 'whatsapp', 'no whatsapp', 'nomor whatsapp', 'no wa'],
    ...['phone', 'phone number', 'mobile', 'mobile number'],
  ],
  service: ['layanan', 'jenis layanan', 'nama layanan', 'service'],
  lane: ['jalur', 'jalur antrean', 'lane'],
  date: [
    ...['tanggal kedatangan', 'tgl kedatangan', 'tanggal layanan', 'tgl layanan', 'tanggal kunjungan'],
    ...['tgl kunjungan', 'tanggal booking', 'tgl booking', 'tanggal antrean', 'tanggal antrian'],
    ...['arrival date', 'appointment date', 'visit date', 'date', 'tanggal', 'tgl'],
  ],
  time: [
    ...['jam', 'waktu', 'sesi', 'jam kedatangan', 'waktu kedatangan', 'sesi kedatangan', 'jam layanan'],
    ...['waktu layanan', 'arrival time', 'appointment time', 'time', 'slot', 'session'],
  ],
  details: ['keterangan', 'catatan', 'details', 'notes', 'remarks'],
};
const required: readonly ColumnName[] = ['name', 'date'];

/** Where each column stands in a row. */
export type Columns = ReadonlyMap<ColumnName, number>;

/** `No. Permohonan`, `no_permohonan` and `NO PERMOHONAN` are one name. */
const lettersOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** How a column may be called here: as the office says, else as usual. */
export function namesOf(column: ColumnName, wanted: WantedColumns): readonly string[] {
  const said = wanted[column];
  if (said === undefined) return usualNames[column];
  return typeof said === 'string' ? [said] : said;
}

/** Of two columns with names of the same meaning, the likelier; of two with the same name, the first. */
export function findColumns(header: readonly string[], wanted: WantedColumns): Columns {
  const places = new Map<string, number>();
  for (const [place, cell] of header.entries()) {
    const name = lettersOf(cell);
    if (name !== '' && !places.has(name)) places.set(name, place);
  }
  const columns = new Map<ColumnName, number>();
  for (const column of columnNames) {
    const name = namesOf(column, wanted).find((each) => places.has(lettersOf(each)));
    const place = name === undefined ? undefined : places.get(lettersOf(name));
    if (place !== undefined) columns.set(column, place);
  }
  return columns;
}

export const missingFrom = (columns: Columns): ColumnName[] =>
  required.filter((column) => !columns.has(column));
