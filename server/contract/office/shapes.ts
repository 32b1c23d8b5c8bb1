/** The building blocks of the office file's schema; each says in plain words what it expects. */
import { z } from 'zod';
import { expected, found, hint, unknownKey } from './expected.ts';

/**
 * An object in which an unknown key is a mistake. zod reports all unknown keys of an object as one issue with one
 * message; the message has one line for each of them, in the order of `issue.keys`.
 */
export function group<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape);
  const otherwise = expected(`a group of keys such as ${known.slice(0, 3).join(', ')}`);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownKey(key, known)).join('\n')
        : otherwise(issue),
  });
}

/** A list of at least `min` and at most `max` entries. */
export function list<Item extends z.ZodType>(item: Item, what: string, min = 1, max = 50) {
  const size = expected(max < 1000 ? `a list of ${min} to ${max} ${what}` : `a list of ${what}`);
  return z
    .array(item, { error: expected(`a list of ${what}`) })
    .min(min, { error: size })
    .max(max, { error: size });
}

/** A list in which nothing may stand twice. */
export function distinct<Item extends z.ZodType<string | number>>(
  item: Item,
  what: string,
  min = 1,
  max = 50,
) {
  return list(item, what, min, max).superRefine((values, context) => {
    for (const [index, value] of values.entries())
      if (values.indexOf(value) < index)
        context.addIssue({ code: 'custom', path: [index], message: `${found(value)} is given twice` });
  });
}

/** One word of a closed list. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, {
    error: (issue) =>
      typeof issue.input === 'string'
        ? `expected one of ${words.join(', ')}, found ${found(issue.input)}${hint(issue.input, words)}`
        : expected(`one of ${words.join(', ')}`)(issue),
  });
}

export function whole(min: number, max: number) {
  const error = expected(`a whole number from ${min} to ${max}`);
  return z.int({ error }).min(min, { error }).max(max, { error });
}

export function yesOrNo() {
  return z.boolean({ error: expected('true or false') });
}

/** A group whose keys the office chooses: `{ interview: [passport-24, passport-48] }`. */
export function table<Key extends z.ZodType<string>, Value extends z.ZodType>(
  key: Key,
  value: Value,
  what: string,
) {
  const otherwise = expected(what);
  return z.record(key, value, {
    error: (issue) =>
      (issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined) ?? otherwise(issue),
  });
}

/** A text of a certain form. */
export function pattern(form: RegExp, what: string) {
  const error = expected(what);
  // Aborts, so that a later check of the same text does not add a second complaint.
  return z.string({ error }).regex(form, { error, abort: true });
}
