/** The ticket: the number, when it is called, what is promised, and where to wait. */
import type { Block } from './blocks.ts';
import { type Drawn, foot, head } from './head-and-foot.ts';
import { whatFollows } from './paper-of-slip.ts';
import { both, nameIn, row } from './readers.ts';
import { clock, clocks, dateIn } from './when.ts';

export const paperOfTicket = (drawn: Drawn): Block[] => [
  ...head(drawn),
  { kind: 'rule' },
  ...times(drawn),
  ...wait(drawn),
  ...ready(drawn),
  ...whatFollows(drawn),
  ...foot(drawn),
];

function times({ paper: { view }, readers }: Drawn): Block[] {
  const { estimate, notBefore, promiseAt, promise, people } = view;
  const { timeZone } = view.office;
  const kept = promise === 'running' || promise === 'at-risk' ? promiseAt : null;
  return [
    ...(notBefore
      ? [
          ...row(
            readers,
            (texts) => texts.calledFrom,
            () => clock(notBefore, timeZone),
          ),
          ...both(readers, ({ mayLeave }) => mayLeave, { align: 'left' }),
        ]
      : []),
    ...(estimate
      ? [
          ...row(
            readers,
            (texts) => texts.calledBetween,
            () => clocks(estimate.from, estimate.to, timeZone),
          ),
          ...row(
            readers,
            (texts) => texts.homeBy,
            () => clock(estimate.homeBy, timeZone),
          ),
        ]
      : []),
    ...(kept
      ? row(
          readers,
          (texts) => texts.promise,
          () => clock(kept, timeZone),
        )
      : []),
    ...ahead({ paper: { view }, readers }),
    ...(people > 1
      ? row(
          readers,
          (texts) => texts.people,
          (texts) => texts.peopleCount(people),
        )
      : []),
  ];
}

function ahead({
  paper,
  readers,
}: Pick<Drawn, 'readers'> & { paper: Pick<Drawn['paper'], 'view'> }): Block[] {
  const count = paper.view.ahead;
  if (count === null) return [];
  if (count === 0) return both(readers, ({ next }) => next, { size: [1, 2], bold: true });
  return row(
    readers,
    (texts) => texts.ahead,
    (texts) => texts.aheadCount(count),
  );
}

/** Where to wait, for those who wait. */
function wait({ paper: { view }, readers }: Drawn): Block[] {
  if (view.firstPlace)
    return [{ kind: 'gap' }, ...both(readers, ({ firstPlace }) => firstPlace, { bold: true })];
  if (view.state !== 'waiting') return [];
  if (view.outside) return [{ kind: 'gap' }, ...both(readers, ({ outside }) => outside, { bold: true })];
  return [{ kind: 'gap' }, ...both(readers, ({ watch }) => watch)];
}

/** So that nobody waits for nothing: what will be asked for at the counter, and when it can be collected. */
function ready({ paper: { ready: things, earliest }, readers }: Drawn): Block[] {
  const listed = things.flatMap(({ id, name }) =>
    both(readers, ({ language }) => `[ ] ${nameIn(name, language, id)}`, { align: 'left' }),
  );
  return [
    ...(listed.length === 0 ? [] : [{ kind: 'gap' } as const]),
    ...(listed.length === 0 ? [] : both(readers, (texts) => texts.ready, { bold: true, align: 'left' })),
    ...listed,
    ...(earliest === null ? [] : [{ kind: 'gap' } as const]),
    ...(earliest === null
      ? []
      : both(readers, (texts) => texts.earliest(dateIn(earliest, texts.language)), { align: 'left' })),
  ];
}
