/** The settings under work: read from the hub, changed here, looked at by the hub after each change, and saved. */
import type { Failure } from '../../../display/lib/api.ts';
import type { PreviewAnswer } from '../../../server/contract/http-office.ts';
import { type Change, changed, type Draft } from './draft.ts';
import type { Path } from './fields.ts';
import { preview, save } from './office-api.ts';

/** Typing has come to a rest: the hub may look at it. */
const restMs = 500;

export interface Working {
  /** The office that runs, as this page has seen it; null before that. */
  readonly base: PreviewAnswer | null;
  readonly draft: Draft | null;
  /** The last look of the hub at the draft; of the draft before while `isLooking`. */
  readonly looked: PreviewAnswer | null;
  readonly isLooking: boolean;
  readonly failure: Failure | null;
  /** Somebody else has saved since this page has read. */
  readonly movedOn: boolean;
  load(): Promise<void>;
  change(path: Path, change: Change): void;
  /** Another text: what the forms have changed before is in it, or given up. */
  write(source: string): void;
  /** The hub's look at the draft as it is now; null when there is none. */
  look(): Promise<PreviewAnswer | null>;
  /** Whether it was saved. */
  save(): Promise<boolean>;
  /** Makes the changes of the forms in the office that runs now; false: they have no place there. */
  again(): Promise<boolean>;
  /** The text was written by hand, so that single changes are not known. */
  readonly isWritten: boolean;
  /** Leaving would lose something. */
  readonly isUnsaved: boolean;
}

export function createWorking(): Working {
  let base = $state.raw<PreviewAnswer | null>(null);
  let draft = $state.raw<Draft | null>(null);
  let looked = $state.raw<PreviewAnswer | null>(null);
  let isLooking = $state(false);
  let failure = $state.raw<Failure | null>(null);
  let movedOn = $state(false);
  let isWritten = $state(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looks = 0;

  function begin(answer: PreviewAnswer): void {
    base = answer;
    looked = answer;
    draft = { source: answer.source, edits: [], written: answer.written };
    movedOn = false;
    isWritten = false;
    isLooking = false;
    looks += 1;
    clearTimeout(timer);
  }

  function soon(): void {
    isLooking = true;
    looks += 1;
    clearTimeout(timer);
    timer = setTimeout(() => void look(), restMs);
  }

  async function look(): Promise<PreviewAnswer | null> {
    clearTimeout(timer);
    if (!draft) return null;
    looks += 1;
    const [mine, asked] = [looks, draft];
    const reply = await preview({ source: asked.source, edits: asked.edits });
    // Something was changed meanwhile, and another look is under way.
    if (mine !== looks) return null;
    isLooking = false;
    failure = reply.ok ? null : reply.failure;
    if (!reply.ok) return null;
    looked = reply.answer;
    movedOn = reply.answer.version !== base?.version;
    if (isWritten && reply.answer.written !== null) draft = { ...asked, written: reply.answer.written };
    return reply.answer;
  }

  async function load(): Promise<void> {
    const reply = await preview({});
    failure = reply.ok ? null : reply.failure;
    if (reply.ok) begin(reply.answer);
  }

  return {
    get base() {
      return base;
    },
    get draft() {
      return draft;
    },
    get looked() {
      return looked;
    },
    get isLooking() {
      return isLooking;
    },
    get failure() {
      return failure;
    },
    get movedOn() {
      return movedOn;
    },
    get isWritten() {
      return isWritten;
    },
    get isUnsaved() {
      const isTouched = isWritten || (draft?.edits.length ?? 0) > 0;
      // What the hub could not look at may be a change.
      return isTouched && (isLooking || failure !== null || looked?.source !== base?.source);
    },
    load,
    look,
    change(path, change) {
      if (!draft) return;
      draft = changed(draft, path, change);
      soon();
    },
    write(source) {
      if (!draft) return;
      draft = { ...draft, source, edits: [] };
      isWritten = true;
      soon();
    },
    async save() {
      if (!looked || !base) return false;
      const reply = await save(looked.source, base.version);
      failure = reply.ok ? null : reply.failure;
      movedOn = !reply.ok && reply.failure.code === 'moved-on';
      if (reply.ok) await load();
      return reply.ok;
    },
    async again() {
      if (!draft) return false;
      const reply = await preview({ edits: draft.edits });
      if (!reply.ok) return false;
      const { edits } = draft;
      const fresh = await preview({});
      if (!fresh.ok) return false;
      begin(fresh.answer);
      draft = { source: fresh.answer.source, edits, written: reply.answer.written };
      await look();
      return true;
    },
  };
}
