/** What the desk asks the officer before it acts. */
export type Question =
  | { readonly ask: 'transfer' }
  | { readonly ask: 'incomplete' }
  | { readonly ask: 'outcome' }
  /** The numbers that no other open counter serves. */
  | { readonly ask: 'close'; readonly tickets: readonly string[] };
