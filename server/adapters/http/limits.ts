/** How often one asks: sign-in attempts, tickets of a kiosk, and reading without an account. */
import type { Request, Response } from 'express';
import { ipKeyGenerator, type Options, rateLimit, type Store } from 'express-rate-limit';

export interface Limit {
  readonly most: number;
  readonly withinMs: number;
}

export interface Limits {
  /** Wrong attempts of one address at one user: from elsewhere the right password still opens. */
  readonly signIn: Limit;
  /** Codes that one address asks for, to pair a station. */
  readonly pairings: Limit;
  /** Of one kiosk's or door's account. */
  readonly tickets: Limit;
  /** Of one booking, or the rating of one ticket, from one address without an account. */
  readonly changes: Limit;
  /** Of one address without an account; a whole waiting room may share it. */
  readonly reads: Limit;
}

export const usualLimits: Limits = {
  // More than the slowing of guesses lets through: who knows the PIN is not refused for the wrong ones before.
  signIn: { most: 20, withinMs: 60_000 },
  pairings: { most: 20, withinMs: 60_000 },
  tickets: { most: 30, withinMs: 5000 },
  changes: { most: 10, withinMs: 60_000 },
  reads: { most: 3000, withinMs: 60_000 },
};

/** Resolves with the seconds to wait, or null when the request may go on. */
export type Limiter = (key: string, request: Request, response: Response) => Promise<number | null>;
export type Limiters = Readonly<Record<keyof Limits, Limiter>>;

export function createLimiters(limits: Limits): Limiters {
  return {
    signIn: limiter(limits.signIn, { skipSuccessfulRequests: true }),
    pairings: limiter(limits.pairings, {}),
    tickets: limiter(limits.tickets, { store: slidingStore(limits.tickets) }),
    changes: limiter(limits.changes, {}),
    reads: limiter(limits.reads, {}),
  };
}

/** IPv6 by network, as one client has a whole network of addresses. */
export const addressOf = (request: Request): string => ipKeyGenerator(request.ip ?? '');

function limiter({ most, withinMs }: Limit, options: Partial<Options>): Limiter {
  const waits = new WeakMap<Request, number>();
  const middleware = rateLimit({
    windowMs: withinMs,
    limit: most,
    standardHeaders: false,
    legacyHeaders: false,
    // What is believed of a proxy is this program's own setting.
    validate: false,
    keyGenerator: (_request, response) => String(response.locals.limitKey),
    handler: (request, _response, next) => {
      const resetAt = Reflect.get(request, 'rateLimit')?.resetTime?.getTime() ?? Date.now() + withinMs;
      waits.set(request, Math.max(1, Math.ceil((resetAt - Date.now()) / 1000)));
      next();
    },
    ...options,
  });
  return async (key, request, response) => {
    response.locals.limitKey = key;
    await new Promise<void>((resolve, reject) => {
      Promise.resolve(middleware(request, response, (error) => (error ? reject(error) : resolve()))).catch(
        reject,
      );
    });
    return waits.get(request) ?? null;
  };
}

/**
 * At most so many in any span of time: windows that begin anew let twice as many through at their border.
 * What is refused does not count, so that trying on does not lengthen the wait.
 */
function slidingStore({ most, withinMs }: Limit): Store {
  const accepted = new Map<string, number[]>();
  return {
    localKeys: true,
    increment(key) {
      const now = performance.now();
      const recent = (accepted.get(key) ?? []).filter((at) => at > now - withinMs);
      const full = recent.length >= most;
      if (!full) recent.push(now);
      accepted.set(key, recent);
      const wait = (recent[0] ?? now) + withinMs - now;
      return { totalHits: recent.length + (full ? 1 : 0), resetTime: new Date(Date.now() + wait) };
    },
    decrement(key) {
      accepted.get(key)?.pop();
    },
    resetKey(key) {
      accepted.delete(key);
    },
  };
}
