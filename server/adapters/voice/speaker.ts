/** VO2: who can speak for a zone, and who does it best. */

/** `display`: signed in as one. `supervisor`: a supervisor's browser. `other`: anybody else. */
export const ranks = { other: 1, supervisor: 2, display: 3, jack: 4 } as const;
export type Rank = (typeof ranks)[keyof typeof ranks];

export interface Speaker {
  readonly by: 'screen' | 'jack';
  /** Of the screen, or the device of the sound card. */
  readonly id: string;
  /** Null: of the whole office. */
  readonly zone: string | null;
  readonly rank: Rank;
  /** It could be heard now; false for a screen without sound, and for a sound card that has just failed. */
  readonly able: boolean;
  /** Among equals the lowest goes first. */
  readonly order: number;
  /** The connection: another one may be a page that has begun anew. */
  readonly link: object | null;
}

export const isSame = (one: Pick<Speaker, 'by' | 'id'>, other: Pick<Speaker, 'by' | 'id'>): boolean =>
  one.by === other.by && one.id === other.id;

/** VO11: a failing sound card is tried again where there is nobody else. */
export function bestOf(speakers: readonly Speaker[]): Speaker | null {
  const able = speakers.filter((one) => one.able);
  const heard = able.length > 0 ? able : speakers.filter(({ by }) => by === 'jack');
  const [best = null] = heard.toSorted((one, other) => other.rank - one.rank || one.order - other.order);
  return best;
}
