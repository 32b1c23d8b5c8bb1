/** The way to a saved change: look at it, see what is wrong or who has saved meanwhile, save it. */
import type { Failure } from '../../../display/lib/api.ts';
import type { PreviewAnswer } from '../../../server/contract/http-office.ts';
import type { Working } from './working.svelte.ts';

export interface Saving {
  /** Null: nothing is being looked at. */
  readonly preview: PreviewAnswer | null;
  readonly busy: boolean;
  readonly said: 'saved' | null;
  /** Why it did not go on; `no-place`: the changes do not fit the office that runs by now. */
  readonly trouble: Failure | 'no-place' | null;
  open(): Promise<void>;
  close(): void;
  save(): Promise<void>;
  again(): Promise<void>;
  reload(): Promise<void>;
  putBack(source: string): Promise<void>;
  fail(failure: Failure): void;
  /** Something was changed or chosen: what was said before is old. */
  goOn(): void;
}

export function createSaving(working: Working): Saving {
  let preview = $state.raw<PreviewAnswer | null>(null);
  let busy = $state(false);
  let said = $state<'saved' | null>(null);
  let trouble = $state.raw<Saving['trouble']>(null);

  /** One at a time. */
  async function busily(work: () => Promise<void>): Promise<void> {
    if (busy) return;
    busy = true;
    said = null;
    trouble = null;
    await work();
    busy = false;
  }

  async function look(): Promise<void> {
    const answer = await working.look();
    if (answer) preview = answer;
    else trouble = working.failure;
  }

  async function save(): Promise<void> {
    if (await working.save()) {
      preview = null;
      said = 'saved';
      return;
    }
    const { failure } = working;
    // Somebody may wait by now who did not when it was looked at.
    if (failure?.code !== 'moved-on') preview = (await working.look()) ?? preview;
    trouble = failure;
  }

  return {
    get preview() {
      return preview;
    },
    get busy() {
      return busy;
    },
    get said() {
      return said;
    },
    get trouble() {
      return trouble;
    },
    open: () => busily(look),
    close() {
      preview = null;
      trouble = null;
    },
    save: () => busily(save),
    again: () =>
      busily(async () => {
        if (!(await working.again())) trouble = 'no-place';
        else preview = working.looked;
      }),
    reload: () =>
      busily(async () => {
        preview = null;
        await working.load();
      }),
    putBack: (source) =>
      busily(async () => {
        working.write(source);
        await look();
      }),
    fail(failure) {
      trouble = failure;
    },
    goOn() {
      said = null;
      trouble = null;
    },
  };
}
