/** The readable tables, made from the day's state. (Stub of types; see sqlite.ts.) */
export interface Row {
  readonly table: 'ticket' | 'step_visit' | 'call';
  readonly values: Readonly<Record<string, string | number | null>>;
}
