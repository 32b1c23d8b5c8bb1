/** What boards show and say beside the calls: the voice, notices, pictures and videos. */
import { directions } from '../values.ts';
import { positiveDuration } from './durations.ts';
import { distinct, group, list, oneOf, pattern, whole, yesOrNo } from './shapes.ts';
import { calendarDate, idText, writtenName } from './values.ts';

const language = pattern(/^[a-z]{2,3}$/, 'a language code such as id or en');

/** A sound card of the hub's machine. */
const jack = group({
  /** As `aplay -L` names it. */
  device: pattern(/^[\w:=,.-]{1,64}$/, 'a sound card such as default or plughw:0,0'),
  /** Absent: it calls for the whole office. */
  zone: idText.exactOptional(),
});

export const voice = group({
  /** `A nol satu dua`, or `A dua belas`. */
  numbers: oneOf(['digits', 'words']).default('digits'),
  /** So many times more is a call said after the first; left out while other calls wait to be said. */
  repeat: whole(0, 5).default(1),
  /** Said in this order. Absent: the office's languages that there are clips of. */
  languages: distinct(language, 'language codes such as [id, en]', 0, 5).exactOptional(),
  /** A chime before each call. */
  gong: yesOrNo().default(true),
  jacks: list(jack, 'sound cards such as { device: default, zone: hall }', 0, 20).default([]),
});

/** Told to everybody on the boards; without dates always. */
const notice = group({
  text: writtenName,
  from: calendarDate.exactOptional(),
  /** The last day. */
  until: calendarDate.exactOptional(),
  /** Absent: on every board. */
  zone: idText.exactOptional(),
});

/** A file of the data folder's `media`, shown while nobody is called. */
const medium = group({
  file: pattern(
    /^[a-z0-9][a-z0-9._-]{0,79}\.(?:png|jpg|webp|mp4|webm)$/,
    'a file of small letters, digits, - and _ such as welcome.jpg or office.mp4',
  ),
  /** How long a picture stands; a video runs to its end. */
  still: positiveDuration.prefault('PT12S'),
  /** Absent: on every board. */
  zone: idText.exactOptional(),
});

export const notices = list(notice, 'notices such as { text: Libur 25 Desember }', 0, 20).default([]);
export const media = list(medium, 'files such as { file: welcome.jpg }', 0, 50).default([]);

/** As seen from the boards of its zone. */
export const direction = oneOf(directions);
