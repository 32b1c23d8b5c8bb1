/** The slip after a step: what to bring, where and from when on to collect, and what it costs. */
import type { Block } from './blocks.ts';
import { type Drawn, foot, head } from './head-and-foot.ts';
import { both, nameIn, row } from './readers.ts';
import { amountIn, dateIn } from './when.ts';

export const paperOfSlip = (drawn: Drawn): Block[] => [
  ...head(drawn),
  { kind: 'rule' },
  ...both(drawn.readers, ({ states }) => states[drawn.paper.view.state], { size: [1, 2], bold: true }),
  ...whatFollows(drawn),
  ...foot(drawn),
];

/** Nothing where nothing follows: a ticket that is printed again later says it too. */
export const whatFollows = (drawn: Drawn): Block[] => [
  ...reasons(drawn),
  ...bring(drawn),
  ...collect(drawn),
  ...fee(drawn),
];

const title = (drawn: Drawn, words: Parameters<typeof both>[1]): Block[] => [
  { kind: 'gap' },
  ...both(drawn.readers, words, { bold: true, align: 'left' }),
];

function reasons(drawn: Drawn): Block[] {
  const { view } = drawn.paper;
  if (view.reasons.length === 0) return [];
  const things = view.reasons.flatMap((reason) =>
    both(
      drawn.readers,
      ({ words, language }) => `- ${words[reason] ?? nameIn(drawn.words(reason), language, reason)}`,
      { align: 'left' },
    ),
  );
  return [...title(drawn, (texts) => texts.reasons), ...things];
}

function bring(drawn: Drawn): Block[] {
  const { view } = drawn.paper;
  const things = view.bring.flatMap(({ id, name }) =>
    both(drawn.readers, ({ language }) => `[ ] ${nameIn(name, language, id)}`, { align: 'left', bold: true }),
  );
  return [
    ...(things.length === 0 ? [] : [...title(drawn, (texts) => texts.bring), ...things]),
    ...(view.state === 'incomplete' ? until(drawn) : []),
  ];
}

function until({ paper: { view }, readers }: Drawn): Block[] {
  const date = view.returnUntil;
  return [
    { kind: 'gap' },
    ...both(
      readers,
      (texts) => (date === null ? texts.returnToday : texts.returnUntil(dateIn(date, texts.language))),
      { bold: true },
    ),
  ];
}

function collect(drawn: Drawn): Block[] {
  const { collect } = drawn.paper.view;
  if (!collect) return [];
  const { from } = collect;
  const places = [collect, ...collect.alsoAt];
  return [
    ...title(drawn, (texts) => texts.collect),
    ...both(
      drawn.readers,
      (texts) => (from ? texts.collectFrom(dateIn(from, texts.language)) : texts.collectPaid),
      { size: [1, 2], bold: true, align: 'left' },
    ),
    ...both(
      drawn.readers,
      ({ collectAt, language }) =>
        collectAt(
          places.map(({ serviceName, service }) => nameIn(serviceName, language, service)).join(' / '),
        ),
      { align: 'left' },
    ),
  ];
}

/** A broken promise of the hand-over stands as large as the number: the cashier reads it too. */
function fee({ paper: { view }, readers }: Drawn): Block[] {
  const { fee } = view;
  if (view.free) {
    return [
      { kind: 'gap' },
      { kind: 'text', text: ` ${readers.first.free} `, size: [3, 3], bold: true, inverse: true },
      ...both(readers, ({ freeWhy }) => freeWhy, { bold: true }),
    ];
  }
  if (!fee) return [];
  return [
    { kind: 'gap' },
    ...row(
      readers,
      (texts) => texts.fee,
      ({ language }) => amountIn(fee, language),
    ),
  ];
}
