/** What a thermometer of the office says of somebody at the door: which of its values counts, and what is made of it. */

/** As a sensor gives it, in degrees Celsius. */
export interface Measured {
  readonly object: number;
  /** The sensor's own estimate of the body. */
  readonly body: number | null;
  /** Where it looked: `forehead`, …; null: it does not say. */
  readonly kind: string | null;
}

/** `use` and `offset` of a thermometer's settings. */
export interface Judging {
  readonly use: 'object' | 'body';
  readonly offset: number;
}

/**
 * DO14: the sensor's estimate counts where the office has chosen it and the sensor gives one, else what it measured; the
 * office's correction is added, and tenths are left. An estimate is no skin any more: it may not be as low as that.
 */
export function measuredAtDoor(
  { object, body, kind }: Measured,
  { use, offset }: Judging,
): { readonly celsius: number; readonly kind: string } {
  const estimated = use === 'body' && body !== null;
  const celsius = Math.round(((estimated ? body : object) + offset) * 10) / 10;
  return { celsius, kind: estimated ? 'body' : (kind ?? 'forehead') };
}
