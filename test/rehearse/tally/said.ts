/** What was said of visits and was taken: how it was, and what the desk asks of each once. */
import type { Rating } from '../../../server/contract/values.ts';

type Choices = Readonly<Record<string, string>>;

export interface Said {
  rated(code: string, rating: Rating): void;
  described(number: string, choices: Choices): void;
  /** By code. */
  readonly ratings: ReadonlyMap<string, Rating>;
  /** By number; what was answered later to the same list replaces what was answered before. */
  readonly choices: ReadonlyMap<string, Choices>;
}

export function createSaid(): Said {
  const ratings = new Map<string, Rating>();
  const choices = new Map<string, Choices>();
  return {
    ratings,
    choices,
    rated: (code, rating) => void ratings.set(code, rating),
    described: (number, said) => void choices.set(number, { ...choices.get(number), ...said }),
  };
}
