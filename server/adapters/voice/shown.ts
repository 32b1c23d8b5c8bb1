/** The screens, the voices and what nobody has said, as the supervisor sees them. */
import type { DisplaySeen, DisplaysShown, ZoneVoice as ShownVoice } from '../../contract/displays.ts';
import type { State } from '../../domain/decision.ts';
import { toIso } from '../../domain/instant.ts';
import { stationOf, zoneOfScreen } from './candidates.ts';
import type { Jacks } from './jacks.ts';
import type { Screen, Screens } from './screens.ts';
import { ranks } from './speaker.ts';
import type { Speaking } from './speaking.ts';
import type { Unheard } from './unheard.ts';
import type { ZoneVoice } from './zone-voice.ts';

interface Parts {
  readonly hub: { readonly state: State };
  readonly screens: Pick<Screens, 'all'>;
  readonly speaking: Pick<Speaking, 'voices' | 'unheard'>;
  readonly jacks: Pick<Jacks, 'isInTrouble'>;
  expects(zone: string | null): boolean;
  build(): string;
}

export function displaysShown(parts: Parts): DisplaysShown {
  const { hub, screens, speaking } = parts;
  const all = [...screens.all()];
  return {
    screens: [...all.map((screen) => seen(parts, screen)), ...neverSeen(hub.state, all)].sort(inOrder),
    voices: voicesShown(parts, all),
    unheard: speaking.unheard().map((call) => shownCall(hub.state, call)),
  };
}

function seen(
  { hub, speaking, build }: Parts,
  { id, owner, connection, report, address, since }: Screen,
): DisplaySeen {
  // Its sign-in was taken back.
  const token = hub.state.calendar.tokens.get(stationOf(owner) ?? '');
  const present = build();
  return {
    ...report,
    id,
    label: token?.label ?? null,
    station: token?.id ?? null,
    address,
    online: connection !== null,
    since: toIso(since),
    speaks: [...speaking.voices()].some(({ speaker }) => speaker?.by === 'screen' && speaker.id === id),
    old: connection !== null && present !== '' && report.build !== present,
  };
}

/** Signed in as a display, or meant to be: nobody has seen it. */
function neverSeen({ calendar }: State, screens: readonly Screen[]): DisplaySeen[] {
  const known = new Set(screens.map(({ owner }) => stationOf(owner)));
  const missing = [...calendar.tokens.values()].filter(
    ({ id, role }) => role === 'display' && !known.has(id),
  );
  return missing.map(({ id, label }) => ({
    ...{ id: `station-${id}`, label, station: id, address: null },
    ...{ online: false, since: null, speaks: false, old: false },
  }));
}

/** Signed-in ones by their names, then the others. */
function inOrder(one: DisplaySeen, other: DisplaySeen): number {
  const signed = Number(other.label !== null) - Number(one.label !== null);
  return signed || (one.label ?? '').localeCompare(other.label ?? '') || (one.id < other.id ? -1 : 1);
}

function voicesShown(parts: Parts, screens: readonly Screen[]): ShownVoice[] {
  const { hub, speaking, expects } = parts;
  const voices = [...speaking.voices()];
  const lobbies = screens.filter(({ report }) => report.page === 'lobby');
  const isUsed = ({ zone, speaker, waiting }: ZoneVoice): boolean =>
    speaker !== null ||
    waiting.length > 0 ||
    expects(zone) ||
    lobbies.some((one) => zoneOfScreen(one) === zone);
  const used = voices.filter(isUsed);
  const spoken = new Set(used.map(({ zone }) => zone));
  const isCovered = (zone: string | undefined): boolean => zone !== undefined && spoken.has(zone);
  const needsOffice = !(hub.state.calendar.office?.counters ?? []).every(({ zone }) => isCovered(zone));
  return voices
    .filter((voice) => used.includes(voice) || (voice.zone === null && needsOffice))
    .map((voice) => shownVoice(parts, voice, lobbies));
}

function shownVoice(
  { hub, jacks }: Parts,
  { zone, speaker, waiting }: ZoneVoice,
  lobbies: readonly Screen[],
): ShownVoice {
  const cards = hub.state.calendar.office?.voice.jacks ?? [];
  const isMute = cards.some((jack) => (jack.zone ?? null) === zone && jacks.isInTrouble(jack.device));
  const isBlocked = lobbies.some(
    (one) => zoneOfScreen(one) === zone && one.connection !== null && one.report.sound === 'blocked',
  );
  const trouble = (): ShownVoice['trouble'] => {
    if (isMute) return 'jack';
    if (!speaker) return isBlocked ? 'blocked' : 'none';
    // VO5: once for the zone.
    return speaker.rank === ranks.other ? 'unsigned' : null;
  };
  return {
    zone,
    by: speaker?.by ?? null,
    id: speaker?.id ?? null,
    waiting: waiting.length,
    trouble: trouble(),
  };
}

function shownCall(
  { day }: State,
  { callId, number, counter, zone }: Unheard,
): DisplaysShown['unheard'][number] {
  const at = [...day.calls.values()].flat().find((call) => call.callId === callId)?.at ?? day.lastAt;
  return { callId, number, counter, zone, at: toIso(at) };
}
