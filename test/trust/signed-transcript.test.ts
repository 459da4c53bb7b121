import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PublicKey } from '../../src/contract/transcript-file.ts';
import { verifyTranscript } from '../../src/trust/verify-transcript.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { type Person, staffMember, startedChat } from '../support/person.ts';

const sha256 = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);
let database: TestDatabase;
let node: Node;
let other: Node;
let agent: Person & { id: string };

beforeAll(async () => {
  database = await createTestDatabase();
  [node, other] = await Promise.all([startNode(database.url), startNode(database.url)]);
  agent = await staffMember(database.sql, node.url, 'agent');
});
afterAll(async () => {
  await Promise.all([node.stop(), other.stop()]);
  await database.drop();
});

const download = async (who: Person, c: string) => {
  const answer = await who.ask('GET', `/api/${who.side}/conversations/${c}/transcript?format=signed`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="OK\d+\.signed\.json"$/);
  return answer.text();
};
const keysOf = async (url: string) =>
  ((await (await fetch(`${url}/.well-known/jwks.json`)).json()) as { keys: PublicKey[] }).keys;

test('a transcript of any node is intact by the keys that every node publishes', async () => {
  const { customer, c, caseNumber } = await startedChat(node.url, '我的付款失败了');
  const files = [await download(customer, c)];
  customer.url = other.url;
  files.push(await download(customer, c), await download(agent, c));
  for (const { url } of [node, other]) {
    const keys = await keysOf(url);
    expect(keys).toHaveLength(2);
    for (const file of files)
      expect(await verifyTranscript(file, keys, sha256)).toMatchObject({
        kind: 'intact',
        claims: { caseNumber },
      });
  }
  const forged = (files[0] as string).replace('我的付款失败了', '我的付款成功了');
  expect(await verifyTranscript(forged, await keysOf(node.url), sha256)).toMatchObject({
    kind: 'altered',
    altered: [2],
  });
});

test('a customer’s file holds nothing that is internal', async () => {
  const { customer, c } = await startedChat(node.url);
  const id = '0190a000-0000-7000-8000-000000000003';
  await agent.post(`/api/desk/conversations/${c}/notes`, { id, text: 'he sounds angry' });
  expect(await download(customer, c)).not.toContain('angry');
  expect(await download(agent, c)).toContain('angry');
});

test('the private key is in the data folder, for this user alone, and nowhere in the database', async () => {
  const { dataDir } = node.deps.config;
  const path = join(dataDir, 'keys', 'transcripts.json');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  for (const key of await keysOf(node.url))
    expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
});
