/** Where one is among the devices; the address names it, so that it can be kept and shared. */

export type Place =
  | { readonly kind: 'list' }
  /** `name`: of somebody who knocked. */
  | { readonly kind: 'add'; readonly name: string }
  | { readonly kind: 'device'; readonly id: string };

/** `#devices`, `#devices=ctr-03`, `#devices=+`, `#devices=+ctr-9`. */
export function placeIn(hash: string): Place {
  const rest = hash.replace(/^#devices=?/, '');
  if (rest.startsWith('+')) return { kind: 'add', name: rest.slice(1) };
  return /^[a-z0-9-]{1,23}$/.test(rest) ? { kind: 'device', id: rest } : { kind: 'list' };
}

export const addressOf = (place: Place): string => {
  if (place.kind === 'list') return '#devices';
  return place.kind === 'add' ? `#devices=+${place.name}` : `#devices=${place.id}`;
};

/** What a name that knocked becomes as a device's id; empty where nothing of it can stay. */
export const idFrom = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 23);
