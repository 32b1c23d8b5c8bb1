/** Secrets: made here, kept only as scrypt hashes, compared in constant time. */
import { createHmac, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** `N = 2^log2N`; memory is `128 × N × r` bytes (RFC 7914). */
interface Cost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** What people choose can be guessed, so each guess is made dear: 32 MB and a tenth of a second or more. */
const dear: Cost = { log2N: 15, r: 8, p: 1 };
/** 256 random bits cannot be guessed at any price; a kiosk's first request should not wait. */
const cheap: Cost = { log2N: 8, r: 8, p: 1 };
const saltBytes = 16;
const hashBytes = 32;
const mostRemembered = 20_000;

/** 256 random bits in base64url (43 characters). */
export const makeSecret = (): string => randomBytes(32).toString('base64url');

/** For secrets of `makeSecret` alone: the low cost is no protection of anything that can be guessed. */
export const hashSecret = (secret: string): Promise<string> => hashAt(cheap, secret);

/** For what people choose. */
export const hashPassword = (password: string): Promise<string> => hashAt(dear, password);

/** Matches nothing, at the price of a password: an unknown user takes as long as a wrong password. */
export const nobodysHash = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

async function hashAt(cost: Cost, secret: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await derive(secret, salt, cost);
  const { log2N, r, p } = cost;
  return `$scrypt$ln=${log2N},r=${r},p=${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/**
 * Whether `hash` was made of `secret`. Never rejects: a hash that cannot be read matches nothing. That a
 * machine's secret was right is remembered in memory, so that it costs scrypt once and microseconds after.
 */
export async function verify(secret: string, hash: string): Promise<boolean> {
  const parsed = parse(hash);
  if (!parsed) return false;
  if (parsed.cost.log2N > cheap.log2N) return matches(secret, parsed);
  const name = nameOf(secret, hash);
  if (remembered.has(name)) return true;
  // Many sockets of one station come back at once: they wait for one computation.
  const running = pending.get(name) ?? matches(secret, parsed).finally(() => pending.delete(name));
  pending.set(name, running);
  const right = await running;
  if (right) remember(name);
  return right;
}

// Names are made with a key of this process: whoever reads its memory later finds no secret and no plain digest.
const memoryKey = randomBytes(32);
const remembered = new Set<string>();
const pending = new Map<string, Promise<boolean>>();

const nameOf = (secret: string, hash: string): string =>
  createHmac('sha256', memoryKey).update(`${hash}\n${secret}`).digest('base64url');

function remember(name: string): void {
  // The oldest goes; it is only computed again.
  if (remembered.size >= mostRemembered)
    for (const oldest of [...remembered].slice(0, 1)) remembered.delete(oldest);
  remembered.add(name);
}

interface Parsed {
  readonly cost: Cost;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

const written = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]{22})\$([\w-]{43})$/;

function parse(text: string): Parsed | null {
  const [, log2N, r, p, salt, hash] = written.exec(text) ?? [];
  if (salt === undefined || hash === undefined) return null;
  const cost = { log2N: Number(log2N), r: Number(r), p: Number(p) };
  if (cost.log2N < 1 || cost.log2N > 20 || cost.r < 1 || cost.p < 1) return null;
  return { cost, salt: Buffer.from(salt, 'base64url'), hash: Buffer.from(hash, 'base64url') };
}

async function matches(secret: string, { cost, salt, hash }: Parsed): Promise<boolean> {
  return timingSafeEqual(await derive(secret, salt, cost), hash);
}

let lastDear: Promise<unknown> = Promise.resolve();

/** Dear ones run one after the other: guesses from many addresses must not fill the memory or every thread. */
function derive(secret: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  if (cost.log2N <= cheap.log2N) return run(secret, salt, cost);
  const next = lastDear.then(() => run(secret, salt, cost));
  lastDear = next.catch(() => undefined);
  return next;
}

function run(secret: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** log2N;
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    // Keyboards differ in how they write the same letter.
    scrypt(secret.normalize('NFKC'), salt, hashBytes, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** For comparing two secrets of which neither is kept as a hash; takes the same time whatever differs. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHmac('sha256', memoryKey).update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
