/** One JSON line per thing an operator would ask about. Never a name, phone, birth date, temperature or secret. */

/** What every part is given for logging; pino in production, silence or a list in tests. */
export interface Log {
  info(what: object, message: string): void;
  warn(what: object, message: string): void;
  error(what: object, message: string): void;
}

export const silent: Log = { info() {}, warn() {}, error() {} };
