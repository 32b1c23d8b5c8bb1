/**
 * Hiding so much more that what is hidden cannot be found by subtraction: what is left of a total is never one hidden
 * figure alone, nor a few people by itself.
 */

/** Fewer people than this are not told. */
export const enough = 5;
export const areFew = (count: number): boolean => count > 0 && count < enough;

/** The parts add up to the total; -1: the total is no figure of the report, but may be known from elsewhere. */
export interface Relation {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * @param values by place of a figure
 * @param hidden whether a figure is hidden; more are hidden here until no relation tells of one
 */
export function hideComplements(
  relations: readonly Relation[],
  values: readonly number[],
  hidden: boolean[],
): void {
  let changed = true;
  while (changed) {
    changed = false;
    for (const relation of relations) if (hideWithin(relation, values, hidden)) changed = true;
  }
}

/** Whether anything more had to be hidden. */
function hideWithin({ total, parts }: Relation, values: readonly number[], hidden: boolean[]): boolean {
  let changed = false;
  while (tells({ total, parts }, values, hidden)) {
    const next = smallestShown(parts, values, hidden) ?? (total >= 0 && !hidden[total] ? total : undefined);
    // All parts are hidden and nobody is told the total: there is nothing to subtract from.
    if (next === undefined) break;
    hidden[next] = true;
    changed = true;
  }
  return changed;
}

function tells({ total, parts }: Relation, values: readonly number[], hidden: readonly boolean[]): boolean {
  let [count, sum] = [0, 0];
  for (const part of parts) {
    if (!hidden[part]) continue;
    count += 1;
    sum += values[part] ?? 0;
  }
  if (total >= 0 && hidden[total]) return count === 0;
  // As none of the hidden ones is 0, as many people as figures would be one each.
  return count > 0 && (count === 1 || sum < enough || sum === count);
}

/** Nought tells of nobody, and hiding it would hide nothing. */
function smallestShown(
  parts: readonly number[],
  values: readonly number[],
  hidden: readonly boolean[],
): number | undefined {
  let smallest: number | undefined;
  for (const part of parts) {
    const value = values[part] ?? 0;
    if (hidden[part] || value === 0) continue;
    if (smallest === undefined || value < (values[smallest] ?? 0)) smallest = part;
  }
  return smallest;
}
