/** Secrets and who holds them. */
import { expect, test } from 'vitest';
import { bearerOf, readCredential, sessionOf } from '../../server/access/credentials.ts';
import { isOwnOrigin } from '../../server/access/origin.ts';
import { createAccess, may, nobody, type Principal } from '../../server/access/principal.ts';
import { hashPassword, hashSecret, makeSecret, sameSecret, verify } from '../../server/access/secrets.ts';
import { emptyCalendar } from '../../server/domain/calendar.ts';
import { emptyDay } from '../../server/domain/day.ts';
import { instant } from '../../server/domain/instant.ts';

test('a secret is 256 random bits, and matches its hash and no other', async () => {
  const [one, other] = [makeSecret(), makeSecret()];
  expect(one).toMatch(/^[\w-]{43}$/);
  expect(one).not.toBe(other);
  const hash = await hashSecret(one);
  expect(hash).toMatch(/^\$scrypt\$ln=8,r=8,p=1\$/);
  expect(await hashSecret(one)).not.toBe(hash);
  // The second time it is remembered.
  for (let turn = 0; turn < 2; turn++) {
    expect(await verify(one, hash)).toBe(true);
    expect(await verify(other, hash)).toBe(false);
    expect(await verify(one, await hashSecret(other))).toBe(false);
  }
});

test('what people choose is hashed at a high cost', async () => {
  const hash = await hashPassword('sandi pegawai é');
  expect(hash).toMatch(/^\$scrypt\$ln=15,r=8,p=1\$/);
  // The same letter, written in another way.
  expect(await verify('sandi pegawai e\u0301', hash)).toBe(true);
  expect(await verify('sandi pegawai e', hash)).toBe(false);
});

test('a known hash of scrypt is verified', async () => {
  // RFC 7914, section 12, has no salt of 16 bytes: made by Python's hashlib.scrypt(b'loket', salt=bytes(16), n=256, r=8, p=1, dklen=32).
  const hash = `$scrypt$ln=8,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$Ho8ELuTgJWE7Aej5M2NiuFJ0c4XhtakxbcgZRCIcm5A`;
  expect(await verify('loket', hash)).toBe(true);
  expect(await verify('Loket', hash)).toBe(false);
});

test('a hash that cannot be read matches nothing', async () => {
  const salt = 'A'.repeat(22);
  const digest = 'B'.repeat(43);
  for (const hash of [
    '',
    'plain',
    `$scrypt$ln=31,r=8,p=1$${salt}$${digest}`,
    `$scrypt$ln=8,r=0,p=1$${salt}$${digest}`,
  ])
    expect(await verify('plain', hash), hash).toBe(false);
});

test('two secrets are compared whatever their length', () => {
  expect([sameSecret('abc', 'abc'), sameSecret('abc', 'abd'), sameSecret('abc', 'abcd')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('credentials are read where they are, and nothing else is one', () => {
  const secret = 's'.repeat(43);
  expect(readCredential(`id-1.${secret}`)).toEqual({ id: 'id-1', secret });
  for (const text of [
    '',
    'id',
    `.${secret}`,
    'id.short',
    `id.${secret}.x`,
    `i d.${secret}`,
    `id.${'s'.repeat(200)}`,
  ])
    expect(readCredential(text), text).toBeNull();
  expect([bearerOf(undefined), bearerOf('bearer abc'), bearerOf('Basic abc'), bearerOf('Bearer')]).toEqual([
    undefined,
    'abc',
    '',
    '',
  ]);
  expect(sessionOf('a=b; loket_session=x.y; c=d')).toBe('x.y');
  expect([sessionOf(undefined), sessionOf('xloket_session=x.y')]).toEqual([undefined, undefined]);
});

test('a role counts where it is allowed, and a counter only at its own', () => {
  const desk: Principal = {
    ...{ account: 'token:a', role: 'counter', counter: 3 },
    ...{ officer: null, session: null, via: 'bearer' },
  };
  expect(may(desk, ['counter'], 3)).toBe(true);
  expect(may(desk, ['counter'], 1)).toBe(false);
  expect(may({ ...desk, counter: null }, ['counter'], 1)).toBe(false);
  expect(may(desk, ['counter'])).toBe(true);
  expect(may(desk, ['kiosk', 'supervisor'], 3)).toBe(false);
  expect(may({ ...desk, role: 'supervisor', counter: null }, ['counter', 'supervisor'], 1)).toBe(true);
  expect([may(nobody, ['supervisor']), may(nobody, ['public'])]).toEqual([false, true]);
});

test('who was let in is told from who may stay: revoked, ended, expired', async () => {
  const calendar = emptyCalendar();
  const state = { calendar, day: emptyDay() };
  const clock = { now: 1000 };
  const access = createAccess({ hub: { state }, now: () => clock.now });
  const secret = makeSecret();
  const hash = await hashSecret(secret);
  const issuedAt = instant(0);
  calendar.tokens.set('t', { id: 't', role: 'counter', counter: 3, label: 'x', hash, issuedAt });
  calendar.sessions.set('s', { id: 's', hash, token: 't', officer: null, until: instant(2000) });
  const [bearer, cookie] = [
    await access.whoIs({ bearer: `t.${secret}` }),
    await access.whoIs({ cookie: `s.${secret}` }),
  ];
  const station = { account: 'token:t', role: 'counter', counter: 3, officer: null };
  expect(bearer).toEqual({ ...station, session: null, via: 'bearer' });
  expect(cookie).toEqual({ ...station, session: 's', via: 'cookie' });
  const stay = () => [bearer, cookie].map((who) => who !== null && access.stillIs(who));
  expect(stay()).toEqual([true, true]);
  clock.now = 2000;
  expect(stay()).toEqual([true, false]);
  expect(await access.whoIs({ cookie: `s.${secret}` })).toBeNull();
  clock.now = 1000;
  calendar.sessions.delete('s');
  expect(stay()).toEqual([true, false]);
  calendar.tokens.delete('t');
  expect(stay()).toEqual([false, false]);
  expect(await access.whoIs({})).toEqual(nobody);
  expect(access.stillIs(nobody)).toBe(true);
});

test.each([
  ['http://loket.local:8080', 'loket.local:8080', true],
  ['http://loket.local', 'loket.local:80', true],
  ['https://loket.local', 'loket.local', true],
  ['http://LOKET.local', 'loket.local', true],
  ['http://[::1]:8080', '[::1]:8080', true],
  ['http://loket.local:8081', 'loket.local:8080', false],
  ['http://evil.example', 'loket.local', false],
  ['https://antrean.example', 'inside:8080', true],
  ['https://antrean.example:444', 'inside:8080', false],
  ['null', 'loket.local', false],
  ['', 'loket.local', false],
])('origin %s at %s: %s', (origin, host, expected) => {
  expect(isOwnOrigin(origin, host, 'https://antrean.example')).toBe(expected);
  expect(isOwnOrigin(origin, undefined, null)).toBe(false);
});
