/** What the office file says of notices and media, and the way to change it: one change at a time, over nobody else's. */
import type { Failure } from '../../../display/lib/api.ts';
import type { OfficeEdit, OfficeMistake, PreviewAnswer } from '../../../server/contract/http-office.ts';
import { at, isGroup, listOf } from '../settings/fields.ts';
import { languagesOf, zonesOf } from '../settings/form.ts';
import { preview, save } from '../settings/office-api.ts';

/** As written: a text for all languages, or one for each. */
export interface WrittenNotice {
  readonly text: string | Readonly<Record<string, string>>;
  readonly from?: string;
  readonly until?: string;
  readonly zone?: string;
}

export interface WrittenMedium {
  readonly file: string;
  /** ISO 8601: `PT12S`. */
  readonly still?: string;
  readonly zone?: string;
}

/** `mistakes`: the hub would not take it; `moved-on` is a failure: somebody else was quicker. */
export type Changed =
  | { readonly ok: true }
  | { readonly ok: false; readonly failure?: Failure; readonly mistakes?: readonly OfficeMistake[] };

export interface OfficeShown {
  readonly notices: readonly WrittenNotice[] | null;
  readonly media: readonly WrittenMedium[];
  readonly languages: readonly string[];
  readonly zones: readonly string[];
  readonly failure: Failure | null;
  load(): Promise<void>;
  change(edits: readonly OfficeEdit[]): Promise<Changed>;
}

export function createOfficeShown(): OfficeShown {
  let base = $state.raw<PreviewAnswer | null>(null);
  let failure = $state.raw<Failure | null>(null);
  const written = $derived(base?.written ?? null);

  async function load(): Promise<void> {
    const reply = await preview({});
    if (reply.ok) base = reply.answer;
    failure = reply.ok ? null : reply.failure;
  }

  return {
    get notices() {
      return written === null ? null : (groups(written, 'notices') as unknown as readonly WrittenNotice[]);
    },
    get media() {
      return groups(written, 'media') as unknown as readonly WrittenMedium[];
    },
    get languages() {
      return languagesOf(written);
    },
    get zones() {
      return zonesOf(written);
    },
    get failure() {
      return failure;
    },
    load,
    async change(edits) {
      if (!base) return { ok: false, failure: { code: 'internal' } };
      // In the text that this page has seen: places in its lists mean what they meant there.
      const looked = await preview({ source: base.source, edits });
      if (!looked.ok) return looked;
      if (looked.answer.mistakes.length > 0) return { ok: false, mistakes: looked.answer.mistakes };
      const saved = await save(looked.answer.source, base.version);
      if (saved.ok || saved.failure.code === 'moved-on') await load();
      return saved;
    },
  };
}

const groups = (written: unknown, key: string) => listOf(at(written, [key])).filter(isGroup);
