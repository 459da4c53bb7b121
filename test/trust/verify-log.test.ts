import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LogCheck } from '../../src/contract/log-check.ts';
import { verifyIfDue } from '../../src/server/conversations/keep-verifying.ts';
import { verifyLog } from '../../src/server/conversations/verify-log.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { type Person, staffMember, startedChat } from '../support/person.ts';

let database: TestDatabase;
let node: Node;
let agent: Person & { id: string };
let supervisor: Person & { id: string };
let chat: { customer: Person; c: string; caseNumber: string };

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url, { LOG_LEVEL: 'silent' });
  agent = await staffMember(database.sql, node.url, 'agent');
  supervisor = await staffMember(database.sql, node.url, 'supervisor');
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

/** Five lines: the beginning, a message, an assignment, an answer, a redaction of the message. */
beforeEach(async () => {
  await database.sql`truncate events, conversations, log_check cascade`;
  chat = await startedChat(node.url, 'My phrase is xylophone');
  const { c } = chat;
  await agent.post(`/api/desk/conversations/${c}/claim`);
  const id = '0190a000-0000-7000-8000-000000000002';
  await agent.post(`/api/desk/conversations/${c}/messages`, { id, text: 'I am looking into it' });
  const part = { start: 13, end: 22 };
  await agent.post(`/api/desk/conversations/${c}/events/2/redactions`, { parts: [part] });
});

/** The command as an operator runs it. */
async function command(): Promise<{ code: number | null; lines: string[] }> {
  const child = spawn(process.execPath, ['bin/verify-log.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env.PATH, DATABASE_URL: database.url },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, lines: output.trim().split('\n') };
}

/** The same in this process, as `fault line`. */
async function faults(): Promise<string[]> {
  const found: string[] = [];
  await verifyLog(database.sql, ({ fault, seq }) => void found.push(`${fault} ${seq}`));
  return found;
}

test('the command says that a log with redactions is as it was written, and names a line that is not', async () => {
  expect(await command()).toEqual({ code: 0, lines: ['1 conversations, 0 alterations'] });
  await database.sql`update events set actor_name = 'Somebody else' where seq = 4`;
  expect(await command()).toEqual({
    code: 1,
    lines: [`altered: ${chat.caseNumber}, conversation ${chat.c}, line 4`, '1 conversations, 1 alterations'],
  });
});

describe('names what was altered', () => {
  const sql = (text: string) => database.sql.unsafe(text);
  test.each([
    [
      'the words of an answer',
      `update events set body = replace(body, 'looking', 'not looking') where seq = 4`,
      'altered',
      4,
    ],
    ['who said it', `update events set actor_name = 'Somebody else' where seq = 4`, 'altered', 4],
    ['when it was said', `update events set at = at - interval '1 hour' where seq = 4`, 'altered', 4],
    [
      'what is left of a message',
      `update events set body = replace(body, 'phrase', 'pin') where seq = 2`,
      'altered',
      2,
    ],
    [
      'a message that is called redacted',
      `update events set body = '{"text":"x"}', redacted_by = 5 where seq = 4`,
      'altered',
      4,
    ],
    [
      'the body of a message, erased',
      `update events set body = null, salt = null where seq = 4`,
      'altered',
      4,
    ],
    ['a line taken out', `delete from events where seq = 3`, 'missing', 3],
    ['the last line cut off', `delete from events where seq = 5`, 'missing', 5],
    ['the end cut off, and the head with it', `update conversations set last_seq = 4`, 'head', 4],
    ['a whole conversation but its head', 'delete from events', 'missing', 1],
  ] as const)('%s', async (_what, alter, fault, seq) => {
    await sql(alter);
    expect(await faults()).toContain(`${fault} ${seq}`);
  });

  test('a conversation whose head is gone', async () => {
    await sql('delete from conversations');
    expect(await faults()).toEqual(['head 0']);
  });

  test('and nothing else: the lines around it are as they were', async () => {
    await sql(`update events set actor_name = 'Somebody else' where seq = 4`);
    expect(await faults()).toEqual(['altered 4']);
  });
});

test('the periodic walk tells supervisors, and nobody below them', async () => {
  expect(await supervisor.get<LogCheck>('/api/desk/log-check')).toMatchObject({ checkedAt: null });
  await database.sql`update events set actor_name = 'Somebody else' where seq = 4`;
  const walks = await Promise.all([1, 2].map(() => verifyIfDue(node.deps, () => true)));
  expect(walks.sort()).toEqual([false, true]);
  expect(await supervisor.get<LogCheck>('/api/desk/log-check')).toMatchObject({
    checkedAt: expect.any(String),
    conversations: 1,
    alterations: [{ conversationId: chat.c, caseNumber: chat.caseNumber, seq: 4, fault: 'altered' }],
  });
  expect((await agent.ask('GET', '/api/desk/log-check')).status).toBe(403);
});
