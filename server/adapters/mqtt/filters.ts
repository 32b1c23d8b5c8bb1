/** Topic names and topic filters (MQTT 3.1.1, section 4.7). */

/** `+` and `#` stand alone in a level, `#` in the last one [MQTT-4.7.1-2, MQTT-4.7.1-3]. */
export function isFilter(filter: string): boolean {
  const levels = filter.split('/');
  return (
    filter.length > 0 &&
    levels.every((level, at) => {
      if (level === '#') return at === levels.length - 1;
      return level === '+' || !/[+#]/.test(level);
    })
  );
}

/** Whether a message on this topic goes to who subscribed to this filter. */
export const matches = (filter: string, topic: string): boolean => covers(filter, topic);

/**
 * Whether everything that `inner` matches is matched by `outer` too. A topic name is a filter that matches itself.
 * A wildcard in the first level does not reach topics that begin with `$` [MQTT-4.7.2-1].
 */
export function covers(outer: string, inner: string): boolean {
  if (inner.startsWith('$') && /^[+#]/.test(outer)) return false;
  const wanted = inner.split('/');
  const allowed = outer.split('/');
  for (const [at, level] of allowed.entries()) {
    // `a/#` matches `a` as well (section 4.7.1.2).
    if (level === '#') return true;
    const found = wanted[at];
    if (found === undefined || found === '#') return false;
    if (level !== '+' && level !== found) return false;
  }
  // What is left over may only be the `#` that adds the parent level itself, and that is more than was allowed.
  return wanted.length === allowed.length;
}
