import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import type { PublicKey } from '../contract/transcript-file.ts';
import { TRANSCRIPT_TYPE, verifyTranscript } from './verify-transcript.ts';

type Pair = Awaited<ReturnType<typeof makeKey>>;

async function makeKey() {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const { x = '' } = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x });
  return {
    privateKey,
    published: { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' } as PublicKey,
  };
}

const sha256 = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);
let ours: Pair;
let theirs: Pair;
beforeAll(async () => {
  [ours, theirs] = await Promise.all([makeKey(), makeKey()]);
});

const head = { caseNumber: 'OK100001', brand: 'OKPay', madeAt: '2026-11-28T01:00:00.000Z' };
const lines = ['hello', '你好', 'my payment failed', '[removed]'].map((text, i) => ({
  seq: i + 1,
  body: { text },
}));

async function fileOf({ privateKey, published }: Pair, typ = TRANSCRIPT_TYPE) {
  const digests = lines.map((line) => createHash('sha256').update(JSON.stringify(line)).digest('hex'));
  const signature = await new CompactSign(new TextEncoder().encode(JSON.stringify({ ...head, digests })))
    .setProtectedHeader({ alg: 'EdDSA', typ, kid: published.kid })
    .sign(privateKey);
  return { ...head, lines, signature };
}
const verify = (file: object, pretty = 0) =>
  verifyTranscript(JSON.stringify(file, null, pretty), [ours.published], sha256);

test('a file is intact as it was made, however its blanks are set', async () => {
  const file = await fileOf(ours);
  for (const pretty of [0, 2]) expect(await verify(file, pretty)).toMatchObject({ kind: 'intact' });
  expect(await verify({ ...file, note: 'put in by a reader of mail' })).toMatchObject({ kind: 'intact' });
});

test.each([
  [
    'a changed line',
    { lines: lines.with(1, { seq: 2, body: { text: '您好' } }) },
    { altered: [2], missing: [2] },
  ],
  ['a line put in', { lines: [...lines, { seq: 5, body: { text: 'x' } }] }, { altered: [5], missing: [] }],
  ['a line taken out', { lines: lines.toSpliced(2, 1) }, { altered: [], missing: [3] }],
  ['lines in another order', { lines: lines.toReversed() }, { moved: true }],
  ['a line said twice', { lines: [...lines, lines[0]] }, { moved: true }],
  ['another case number', { caseNumber: 'OK100002' }, { head: true }],
  ['no lines', { lines: [] }, { missing: [1, 2, 3, 4] }],
])('%s is named', async (_what, change, verdict) => {
  expect(await verify({ ...(await fileOf(ours)), ...change })).toMatchObject({ kind: 'altered', ...verdict });
});

test('what another key signed, or ours for another purpose, is not ours', async () => {
  expect(await verify(await fileOf(theirs))).toEqual({ kind: 'foreign' });
  expect(await verify(await fileOf(ours, 'another-purpose'))).toEqual({ kind: 'foreign' });
  const pretending = { ...theirs, published: ours.published };
  expect(await verify(await fileOf(pretending))).toEqual({ kind: 'foreign' });
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`;
  expect(await verify({ ...(await fileOf(ours)), signature: none })).toEqual({ kind: 'foreign' });
});

test('no change of any character is taken for intact', async () => {
  const text = JSON.stringify(await fileOf(ours));
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: text.length - 1 }),
      fc.constantFrom('x', '7', '"', '\u200b'),
      async (at, put) => {
        // The last character of base64 says the same in several ways.
        fc.pre(text[at] !== put && at !== text.length - 3);
        const { kind } = await verifyTranscript(
          text.slice(0, at) + put + text.slice(at + 1),
          [ours.published],
          sha256,
        );
        return kind !== 'intact';
      },
    ),
    { numRuns: 300 },
  );
});

test.each(['', 'null', '[]', '{}', '{"lines":{},"signature":""}', '\u0000', '{"lines":[]}'])(
  '%j is no transcript',
  async (text) => {
    expect(await verifyTranscript(text, [ours.published], sha256)).toEqual({ kind: 'unreadable' });
  },
);
