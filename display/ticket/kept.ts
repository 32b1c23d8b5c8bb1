/** What this browser keeps of one ticket: what was told already, the wish to be told, and how it stood last. */
import type { TicketView } from '../../server/contract/views.ts';

/** `at`: milliseconds of the hub's clock when the view came. */
export interface LastSeen {
  readonly at: number;
  readonly view: TicketView;
}

interface Kept {
  readonly code: string;
  readonly build: string;
  readonly told: readonly string[];
  readonly wanted: boolean;
  readonly seen: LastSeen | null;
}

/** One ticket at a time: the one before is forgotten. Nothing in it says whose it is. */
const place = 'loket-ticket';
const mostTold = 20;

/** The file that this is in has the build's hash in its name. A view that another build kept may have another shape. */
const build = import.meta.url;

/** A browser that keeps nothing remembers as long as the page is open. */
let memory: Kept | null = null;

function read(code: string): Kept {
  const nothing: Kept = { code, build, told: [], wanted: false, seen: null };
  if (memory?.code === code) return memory;
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null;
    memory = kept?.code === code ? { ...nothing, ...kept, build } : nothing;
    if (kept?.build !== build) memory = { ...memory, seen: null };
  } catch {
    memory = nothing;
  }
  return memory;
}

function keep(code: string, part: Partial<Kept>): void {
  memory = { ...read(code), ...part };
  try {
    localStorage.setItem(place, JSON.stringify(memory));
  } catch {
    // Storage is full or forbidden: the page's own memory has it.
  }
}

/** True once for each thing that is told, also after the page was loaded anew. */
export function isNews(code: string, key: string): boolean {
  const { told } = read(code);
  if (told.includes(key)) return false;
  keep(code, { told: [...told, key].slice(-mostTold) });
  return true;
}

export const isWanted = (code: string): boolean => read(code).wanted;
export const want = (code: string): void => keep(code, { wanted: true });

export const lastSeen = (code: string): LastSeen | null => read(code).seen;
export const remember = (code: string, seen: LastSeen | null): void => keep(code, { seen });
