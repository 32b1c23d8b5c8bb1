/** The bench's page: all plots of all trials in one file that needs nothing else. */
import type { TrialFigures } from '../measure.ts';
import { asText, goals } from '../table.ts';
import { coveragePlot, errorPlot, revisionPlot } from './plots.ts';
import { queueDay } from './queue-day.ts';
import { style } from './style.ts';
import { escaped } from './svg.ts';
import { toldAndReal } from './told-and-real.ts';

export const asPage = (trials: readonly TrialFigures[]): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What told times were worth</title>
<style>${style}</style>
<h1>What told times were worth</h1>
<p>Recorded queues, lived through again: at every moment everybody who waits is told a range of clock times, from nothing but what was
known then, and the real call says what it was worth.</p>
<p>${escaped(goals())}.</p>
${trials.map(section).join('\n')}
</html>
`;

function section(trial: TrialFigures): string {
  const { title, figures } = trial;
  const judged = trial.days.flatMap((day) => day.judged);
  if (judged.length === 0) return `<section><h2>${escaped(title)}</h2><p>Nothing was told.</p></section>`;
  const plots = [
    coveragePlot('Coverage by hour', figures.byHour, 'hour of telling'),
    coveragePlot('Coverage by length', figures.byTold, 'told wait, minutes'),
    toldAndReal(judged),
    errorPlot('Error by hour', figures.byHour, 'hour of telling'),
    errorPlot('Error by length', figures.byTold, 'told wait, minutes'),
    revisionPlot(judged),
  ];
  return `<section><h2>${escaped(title)}</h2>
<div class="plots">${plots.join('')}</div>
<div class="wide">${queueDay(judged)}</div>
<details><summary>All figures</summary><pre>${escaped(asText(trial))}</pre></details></section>`;
}
