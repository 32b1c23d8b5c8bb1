/** What is taken from a terminal's message; everything else in it (names, faces, cards) is left where it came in. */
export interface TerminalReading {
  /** Tells this reading from all others of the terminal. */
  readonly mark: string;
  /** Degrees Celsius, of the skin. */
  readonly celsius: number;
  /** When it was measured, as the terminal writes it: with its offset, or in local time; null: it does not say. */
  readonly time: string | null;
}
