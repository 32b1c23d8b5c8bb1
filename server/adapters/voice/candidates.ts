/** VO2, VO8: who could speak for which zone, from the office file, the tokens and what screens say of themselves. */
import type { State } from '../../domain/decision.ts';
import type { Jacks } from './jacks.ts';
import type { Screen, Screens } from './screens.ts';
import { type Rank, ranks, type Speaker } from './speaker.ts';

interface Parts {
  readonly hub: { readonly state: State };
  readonly screens: Pick<Screens, 'all'>;
  readonly jacks: Pick<Jacks, 'hasJustFailed'>;
}

/** The id of the token of a station; null: it is none. */
export const stationOf = (owner: string | null): string | null =>
  owner?.startsWith('token:') ? owner.slice('token:'.length) : null;

export const zoneOfScreen = ({ report }: Screen): string | null => report.zone ?? null;
const isLobby = ({ report }: Screen): boolean => report.page === 'lobby';

export function candidatesOf({ hub, screens, jacks }: Parts) {
  const cards = () => hub.state.calendar.office?.voice.jacks ?? [];

  function speakers(): Speaker[] {
    const found: Speaker[] = cards().map(({ device, zone = null }, order) => ({
      ...{ by: 'jack', id: device, zone, rank: ranks.jack, order, link: null },
      able: !jacks.hasJustFailed(device),
    }));
    for (const screen of screens.all()) {
      const { connection, id, order, report } = screen;
      if (!connection || !isLobby(screen)) continue;
      const rank = rankOf(connection.principal.role);
      found.push({
        ...{ by: 'screen', id, zone: zoneOfScreen(screen), rank, order, link: connection },
        able: report.sound === 'on',
      });
    }
    return found;
  }

  /** A display that is switched off, or shows something without a voice, is not waited for; nor is one that shows another zone. */
  function isExpected(station: string, zone: string | null): boolean {
    const shown = [...screens.all()].filter(({ owner }) => owner === `token:${station}`);
    if (shown.length === 0) return zone === null;
    return shown.some((one) => {
      const { sound } = one.report;
      return (
        (one.report.page === undefined || isLobby(one)) &&
        zoneOfScreen(one) === zone &&
        sound !== 'off' &&
        sound !== 'none'
      );
    });
  }

  return {
    speakers,
    expects: (zone: string | null): boolean =>
      cards().some((jack) => (jack.zone ?? null) === zone) ||
      [...hub.state.calendar.tokens.values()].some(
        ({ id, role }) => role === 'display' && isExpected(id, zone),
      ),
  };
}

function rankOf(role: string): Rank {
  if (role === 'display') return ranks.display;
  return role === 'supervisor' ? ranks.supervisor : ranks.other;
}
