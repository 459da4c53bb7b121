import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventsPage } from '../../src/contract/conversations.ts';
import type { AttachmentRef, Event } from '../../src/contract/events.ts';
import { settleWithdrawn } from '../../src/server/attachments/sweep-uploads.ts';
import { verifyLog } from '../../src/server/conversations/verify-log.ts';
import { makeReceipt } from '../../src/server/demo/files.ts';
import { systemClock } from '../../src/server/platform/clock.ts';
import { folderFileStore } from '../../src/server/platform/files-folder.ts';
import { apply } from '../../src/web/shared/conversation/apply.ts';
import { emptyConversation } from '../../src/web/shared/conversation/state.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { type Person, staffMember, startedChat } from '../support/person.ts';

let database: TestDatabase;
let folder: string;
let node: Node;
let agent: Person & { id: string };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'okpay-redact-'));
  database = await createTestDatabase();
  node = await startNode(database.url, { DATA_DIR: folder });
  agent = await staffMember(database.sql, node.url, 'agent', 'Lin Yue');
});
afterAll(async () => {
  await node.stop();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const SIDE = 120;
const box = { x: 20, y: 30, width: 60, height: 24 };

/** A picture in which no two pixels of a row are the same, so that a change of any shows. */
const drawing = () =>
  sharp(Buffer.from(Array.from({ length: SIDE * SIDE * 3 }, (_, i) => 40 + ((i * 31) % 200))), {
    raw: { width: SIDE, height: SIDE, channels: 3 },
  })
    .png()
    .toBuffer();

async function upload(who: Person, content: Buffer, name: string): Promise<AttachmentRef> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), name);
  const answer = await who.ask('POST', `/api/${who.side}/attachments`, form);
  expect(answer.status).toBe(201);
  return (await answer.json()) as AttachmentRef;
}

/** A customer who has just shown us a file. */
async function shown(content: Buffer, name: string, text = '') {
  const chat = await startedChat(node.url);
  const file = await upload(chat.customer, content, name);
  const message = { id: randomUUID(), text, attachments: [{ id: file.id }] };
  await chat.customer.post(`/api/my/conversations/${chat.c}/messages`, message);
  return { ...chat, file };
}

const redact = (c: string, id: string, body: object, who: Person = agent) =>
  who.ask('POST', `/api/desk/conversations/${c}/attachments/${id}/redactions`, body);
const events = (who: Person, c: string) => who.get<EventsPage>(`/api/${who.side}/conversations/${c}/events`);
const filesAt = (all: readonly Event[], seq: number) =>
  (all.find((event) => event.seq === seq)?.body as { attachments?: AttachmentRef[] } | undefined)
    ?.attachments ?? [];
const fetched = (who: Person, id: string, size = 'full') => who.ask('GET', `/files/${id}/x?size=${size}`);
const pixels = async (picture: Buffer) => sharp(picture).removeAlpha().raw().toBuffer();
const onDisk = () =>
  readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

async function faults(): Promise<string[]> {
  const found: string[] = [];
  await verifyLog(database.sql, ({ fault, seq }) => void found.push(`${fault} ${seq}`));
  return found;
}

describe('a picture', () => {
  test('is black where it was marked and as it was elsewhere, on every screen, and the original is gone', async () => {
    const original = await drawing();
    const { customer, c, file } = await shown(original, 'card.png');
    const desk = await agent.connect();
    await desk.follow(c);
    const cached = await fetched(customer, file.id);
    const etag = cached.headers.get('etag') ?? '';
    expect(
      (await customer.ask('GET', `/files/${file.id}/x`, undefined, { 'if-none-match': etag })).status,
    ).toBe(304);
    expect((await redact(c, file.id, { boxes: [box] })).status).toBe(200);

    for (const who of [customer, agent]) {
      for (const size of ['full', 'thumbnail']) expect((await fetched(who, file.id, size)).status).toBe(404);
      const again = await who.ask('GET', `/files/${file.id}/x`, undefined, { 'if-none-match': etag });
      expect(again.status).toBe(404);
    }
    const [left] = filesAt((await events(customer, c)).events, 3);
    expect(left).toMatchObject({ name: 'card.png', type: 'image/png', width: SIDE, height: SIDE });
    const now = Buffer.from(await (await fetched(customer, left?.id ?? '')).arrayBuffer());
    const [before, after] = await Promise.all([pixels(original), pixels(now)]);
    for (let y = 0; y < SIDE; y++)
      for (let x = 0; x < SIDE; x++) {
        const inside = x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
        const at = 3 * (y * SIDE + x);
        const expected = inside ? [0, 0, 0] : [...before.subarray(at, at + 3)];
        if (`${[...after.subarray(at, at + 3)]}` !== `${expected}`) expect([x, y]).toBe('as it was');
      }
    expect((await fetched(customer, left?.id ?? '', 'thumbnail')).status).toBe(200);
    expect(onDisk().filter((path) => path.includes(file.id))).toEqual([]);
    expect(onDisk().some((path) => readFileSync(path).equals(original))).toBe(false);

    await desk.until(c, (all) => all.some(({ type }) => type === 'message.redacted'));
    const open = desk.frames.reduce(apply, emptyConversation(c));
    expect(open.events).toEqual((await events(agent, c)).events);
    desk.close();
    expect(await faults()).toEqual([]);
  });

  test('leaves who did it, and can be redacted again', async () => {
    const { customer, c, file } = await shown(await drawing(), 'card.png', 'my card');
    await redact(c, file.id, { boxes: [box] });
    const [left] = filesAt((await events(customer, c)).events, 3);
    expect(
      (await redact(c, left?.id ?? '', { boxes: [{ x: 0, y: 0, width: SIDE, height: SIDE }] })).status,
    ).toBe(200);
    const after = (await events(customer, c)).events;
    expect(after.at(-1)).toMatchObject({
      type: 'message.redacted',
      actor: { name: 'Lin Yue' },
      body: { seq: 3 },
    });
    expect(after[2]?.body).toMatchObject({ text: 'my card' });
    const lines = await database.sql`select action, detail from audit where subject_id = ${c} order by id`;
    expect(lines).toEqual([
      { action: 'attachment.redacted', detail: { redacted: 3, seq: 4 } },
      { action: 'attachment.redacted', detail: { redacted: 3, seq: 5 } },
    ]);
    expect(await faults()).toEqual([]);
  });

  test('of two colleagues at once one is told that it is gone', async () => {
    const { c, file } = await shown(await drawing(), 'card.png');
    const senior = await staffMember(database.sql, node.url, 'senior');
    const answers = await Promise.all([
      redact(c, file.id, { boxes: [box] }),
      redact(c, file.id, { boxes: [box] }, senior),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  test('an animation keeps its first frame, with the box on it', async () => {
    const frames = [0, 1, 2].map((i) => Buffer.alloc(40 * 40 * 3, 90 + i * 60));
    const gif = await sharp(Buffer.concat(frames), {
      raw: { width: 40, height: 120, channels: 3, pageHeight: 40 },
    })
      .gif({ delay: [100, 100, 100] })
      .toBuffer();
    const { customer, c, file } = await shown(gif, 'move.gif');
    await redact(c, file.id, { boxes: [{ x: 0, y: 0, width: 40, height: 40 }] });
    const [left] = filesAt((await events(customer, c)).events, 3);
    const now = Buffer.from(await (await fetched(customer, left?.id ?? '')).arrayBuffer());
    expect((await sharp(now).metadata()).pages ?? 1).toBe(1);
    expect((await pixels(now)).every((value) => value === 0)).toBe(true);
  });
});

test('a document goes whole, from the message and from the note that repeats it', async () => {
  const { c } = await startedChat(node.url);
  const file = await upload(agent, makeReceipt('Receipt 42'), 'receipt.pdf');
  for (const kind of ['messages', 'notes'])
    await agent.post(`/api/desk/conversations/${c}/${kind}`, {
      id: randomUUID(),
      text: '',
      attachments: [{ id: file.id }],
    });
  const refused = await redact(c, file.id, { boxes: [box] });
  expect([refused.status, await refused.json()]).toMatchObject([400, { fields: [{ path: 'boxes' }] }]);
  expect((await fetched(agent, file.id)).status).toBe(200);
  expect((await redact(c, file.id, {})).status).toBe(200);
  const spoken = (await events(agent, c)).events.filter(
    ({ type }) => type === 'message.posted' || type === 'note.added',
  );
  expect(spoken.slice(1).map(({ body }) => body)).toMatchObject([
    { text: '[removed]', attachments: [] },
    { text: '[removed]', attachments: [] },
  ]);
  expect((await fetched(agent, file.id)).status).toBe(404);
  expect(onDisk().filter((path) => path.includes(file.id))).toEqual([]);
  expect(await faults()).toEqual([]);
});

test('boxes beyond the picture change nothing, and only staff who answer may', async () => {
  const { customer, c, file } = await shown(await drawing(), 'card.png');
  const beyond = await redact(c, file.id, { boxes: [box, { x: SIDE - 5, y: 0, width: 6, height: 5 }] });
  expect([beyond.status, await beyond.json()]).toMatchObject([400, { fields: [{ path: 'boxes.1' }] }]);
  const editor = await staffMember(database.sql, node.url, 'editor');
  const other = await startedChat(node.url);
  expect((await redact(c, file.id, { boxes: [box] }, customer)).status).toBe(401);
  expect((await redact(c, file.id, { boxes: [box] }, editor)).status).toBe(403);
  expect((await redact(other.c, file.id, { boxes: [box] })).status).toBe(404);
  expect((await fetched(customer, file.id)).status).toBe(200);
});

test('what a process that died had begun is ended as the log says', async () => {
  const files = folderFileStore(join(folder, 'files'));
  const settle = () => settleWithdrawn({ sql: database.sql, files, clock: systemClock });
  const { customer, c, file } = await shown(await drawing(), 'card.png');
  await database.sql`update attachments set withdrawn_at = now() - interval '1 hour' where id = ${file.id}`;
  expect((await fetched(customer, file.id)).status).toBe(404);
  await settle();
  expect((await fetched(customer, file.id)).status).toBe(200);

  const [row] = await database.sql`select to_jsonb(a) as it from attachments a where id = ${file.id}`;
  await redact(c, file.id, { boxes: [box] });
  await files.put(file.id, Buffer.from('the original'));
  await database.sql`insert into attachments select * from jsonb_populate_record(null::attachments, ${database.sql.json(
    { ...row?.it, withdrawn_at: '2026-01-01T00:00:00Z' },
  )})`;
  await settle();
  expect(onDisk().filter((path) => path.includes(file.id))).toEqual([]);
  expect(await database.sql`select id from attachments where id = ${file.id}`).toHaveLength(0);
});
