/** How far the play is: a bar at a terminal, a line for each tenth otherwise. */
import { localClock } from './plan/local-time.ts';
import type { Plan } from './plan/plan.ts';
import type { Stage } from './players/stage.ts';

export interface Output {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

const everyMs = 200;
const width = 30;

/** Returns what ends it. */
export function showProgress(plan: Plan, { clock, tally }: Stage, output: Output): () => void {
  let tenth = 0;

  function line(share: number): string {
    const states = [...tally.visits.values()].map(({ state }) => state);
    const count = (wanted: string) => states.filter((state) => state === wanted).length;
    const time = localClock(Math.max(clock.now(), plan.from), plan.office.timeZone);
    const filled = Math.round(share * width);
    const bar = output.isTTY ? `[${'#'.repeat(filled)}${'-'.repeat(width - filled)}] ` : '';
    const late = clock.lateness().at(-1) ?? 0;
    return `${bar}${String(Math.round(share * 100)).padStart(3)} %  ${time}  given ${states.length}/${plan.visits.length}, waiting ${count('waiting')}, done ${count('done')}, late ${(late / 1000).toFixed(0)} s`;
  }

  function look(): void {
    const share = Math.min(1, Math.max(0, (clock.now() - plan.from) / Math.max(1, plan.to - plan.from)));
    if (output.isTTY) output.write(`\r\u001b[K${line(share)}`);
    else if (share * 10 >= tenth + 1) {
      tenth = Math.floor(share * 10);
      output.write(`${line(share)}\n`);
    }
  }

  const timer = setInterval(look, everyMs);
  return () => {
    clearInterval(timer);
    if (output.isTTY) output.write('\r\u001b[K');
  };
}
