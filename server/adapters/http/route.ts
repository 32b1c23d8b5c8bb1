/** What a route is, what its handler gets, and what it gives back. */
import type { Request } from 'express';
import type { z } from 'zod';
import type { FingerprintOf } from '../../access/fingerprints.ts';
import type { Guesses } from '../../access/guesses.ts';
import type { IdentityNumbers } from '../../access/identity-numbers.ts';
import type { Pairings } from '../../access/pairings.ts';
import type { Principal } from '../../access/principal.ts';
import { makeProblem, type ProblemDetails, problemOf } from '../../contract/problems.ts';
import type { Problem, ProblemCode, RefusalCode } from '../../contract/refusals.ts';
import { type Role, roles } from '../../contract/values.ts';
import type { Answer, Command } from '../../domain/commands.ts';
import type { From, Outcome } from '../../hub.ts';
import type { Limits } from './limits.ts';
import type { Once } from './once.ts';
import type { HttpParts } from './parts.ts';
import type { Views } from './views.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export interface Call<B = unknown> {
  readonly principal: Principal;
  readonly params: Readonly<Record<string, string>>;
  readonly body: B;
  /** For `hub.submit`: the account, and the idempotency key where there is one. */
  readonly from: From;
  readonly request: Request;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a text or the bytes of a file. */
  readonly body?: object | string | Uint8Array;
  /** Sent one after the other instead, each as a line of JSON, while they are made. */
  readonly lines?: AsyncIterable<object>;
}

export interface Context extends HttpParts {
  now(): number;
  readonly guesses: Guesses;
  readonly identities: IdentityNumbers;
  readonly fingerprintOf: FingerprintOf;
  readonly pairings: Pairings;
  readonly once: Once;
  readonly views: Views;
}

/** `key` null: not limited. */
interface Limited<B> {
  readonly by: keyof Limits;
  key(call: Call<B>): string | null;
}

interface RouteOf<B> {
  readonly method: Method;
  /** In full, as Express writes it. */
  readonly path: string;
  readonly roles: readonly (Role | 'public')[];
  /** The role `counter` only at the counter that the path names `:n`. */
  readonly ownCounter?: true;
  /** JSON of this schema; an absent body is `{}`. */
  readonly body?: z.ZodType<B>;
  /** The body is the text of an office file instead. */
  readonly text?: true;
  /** The body is a file, of 8 MB at most, in its own bytes (`Uint8Array`). */
  readonly file?: true;
  /** Whether `Idempotency-Key` counts; elsewhere it means nothing. */
  readonly keyed: boolean;
  /** Keys of the body that say something about a person: kept only as what a key of this machine makes of them. */
  readonly personal?: readonly string[];
  /** Keys of the body of which not even that is kept: another value under the same `Idempotency-Key` is not noticed. */
  readonly unkept?: readonly string[];
  readonly limit?: Limited<B> | readonly Limited<B>[];
  handle(call: Call<B>, context: Context): Promise<Reply> | Reply;
}

export type Route = RouteOf<unknown>;

/** Gives the handler the type of its route's schema; by then the body has been parsed with it. */
export const route = <B = Record<string, never>>(described: RouteOf<B>): Route => described as Route;

export const api = '/api/v1';
export const signedIn: readonly Role[] = roles;
export const anyone: readonly (Role | 'public')[] = [...roles, 'public'];

export const reply = (status: number, body?: object | string | Uint8Array): Reply =>
  body === undefined ? { status } : { status, body };

const problemHeaders: Partial<Record<ProblemCode, Readonly<Record<string, string>>>> = {
  'not-signed-in': { 'WWW-Authenticate': 'Bearer' },
  // The rest of the body is not waited for.
  'too-large': { Connection: 'close' },
};

export const problem = (code: ProblemCode, details: ProblemDetails = {}): Reply =>
  asReply(makeProblem(code, details));

/** Seconds to wait before it is asked again. */
export function tooSoon(seconds: number): Reply {
  const { headers, ...rest } = problem('too-many-requests');
  return { ...rest, headers: { ...headers, 'Retry-After': String(seconds) } };
}

export function asReply(body: Problem): Reply {
  const headers = { 'Content-Type': 'application/problem+json', ...problemHeaders[body.code] };
  return { status: body.status, body, headers };
}

/** Submits the command; `missing` are the refusals that say that what the path names is not there. */
export async function ask<C extends Command>(
  { hub }: HttpParts,
  command: C,
  from: From,
  done: (answer: Answer<C>) => Reply,
  missing: readonly RefusalCode[] = [],
): Promise<Reply> {
  const outcome: Outcome<Answer<C>> = await hub.submit(command, from);
  if (outcome.ok) return done(outcome.answer);
  const { refusal } = outcome;
  return asReply(problemOf(refusal, missing.some((code) => code === refusal.code) ? { status: 404 } : {}));
}
