/** English: where counters are, who speaks, and what boards show, as fields of the office file. */
import type { ShownFieldTexts } from './id.ts';

export const texts: ShownFieldTexts = {
  labels: {
    'counters.direction': 'Direction',
    'voice.languages': 'Languages spoken',
    'voice.gong': 'Chime before a call',
    'voice.jacks': 'Sound cards of the hub',
    'voice.jacks.device': 'Sound card',
    'voice.jacks.zone': 'Zone',
    notices: 'Notices',
    'notices.text': 'Text of the notice',
    'notices.from': 'From',
    'notices.until': 'Until',
    'notices.zone': 'Zone',
    media: 'Pictures and videos',
    'media.file': 'File',
    'media.still': 'A picture stands for',
    'media.zone': 'Zone',
  },
  hints: {
    'counters.direction': 'As seen from the board of its zone. Empty: no arrow.',
    'voice.languages': 'Said in this order. Empty: the languages of the screens.',
    'voice.jacks.device': 'As aplay -L names it, for example default.',
    'voice.jacks.zone': 'Empty: it calls for the whole office.',
    'notices.until': 'The last day. Empty: for good.',
    'notices.zone': 'Empty: on all boards.',
    'media.file': 'Uploaded in the section Screens.',
    'media.still': 'A video runs to its end.',
    'media.zone': 'Empty: on all boards.',
  },
  choices: {
    'counters.direction.left': 'left',
    'counters.direction.right': 'right',
    'counters.direction.ahead': 'straight ahead',
    'counters.direction.back': 'behind',
    'counters.direction.up': 'upstairs',
    'counters.direction.down': 'downstairs',
  },
};
