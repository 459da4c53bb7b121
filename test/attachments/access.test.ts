import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/contract/events.ts';
import { attachFiles } from '../../src/server/attachments/attach-files.ts';
import { openFile } from '../../src/server/attachments/open-file.ts';
import { storeUpload } from '../../src/server/attachments/store-upload.ts';
import { sweepUploads } from '../../src/server/attachments/sweep-uploads.ts';
import { makeReceipt } from '../../src/server/demo/files.ts';
import {
  aConversation,
  aCustomer,
  type Cast,
  fetchFile,
  type Person,
  plainPicture,
  startCast,
  upload,
} from './cast.ts';

let folder: string;
let cast: Cast;
let li: Person;
let wang: Person;
let ofLi: string;
const agentId = randomUUID();
const agent: Actor = { kind: 'agent', id: agentId, name: 'Chen', staffNumber: '1001' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'okpay-files-'));
  cast = await startCast(folder);
  li = await aCustomer(cast);
  wang = await aCustomer(cast);
  ofLi = await aConversation(cast, li);
});
afterAll(async () => {
  await cast.close();
  rmSync(folder, { recursive: true, force: true });
});

async function sentBy(person: Person, content?: Buffer, name = 'shot.png'): Promise<string> {
  cast.later(10_000);
  const response = await upload(cast, person, content ?? (await plainPicture().png().toBuffer()), name);
  return (response.json() as { id: string }).id;
}
const by = ({ id }: Person): Actor => ({ kind: 'customer', id });
const status = async (person: Person | null, id: string) =>
  (await fetchFile(cast, person, `/files/${id}/a.png`)).statusCode;
const asStaff = (id: string, mayRead: boolean) =>
  openFile(cast.deps, [{ party: 'staff', id: agentId, mayRead }], id, 'full');

describe('who may see a file', () => {
  it('its owner alone until it is sent, then whoever sees the conversation', async () => {
    const id = await sentBy(li);
    expect([await status(li, id), await status(wang, id), await status(null, id)]).toEqual([200, 404, 404]);
    await expect(asStaff(id, true)).rejects.toMatchObject({ code: 'attachment-not-found' });
    await attachFiles(cast.deps, { ids: [id], conversationId: ofLi, by: by(li) });
    expect([await status(li, id), await status(wang, id), await status(null, id)]).toEqual([200, 404, 404]);
    (await asStaff(id, true)).stream.destroy();
    await expect(asStaff(id, false)).rejects.toMatchObject({ code: 'attachment-not-found' });
  });

  it('not the customer, when only a note carries it', async () => {
    const note = await storeUpload(cast.deps, {
      content: makeReceipt('Receipt 42'),
      name: 'n.pdf',
      owner: { party: 'staff', id: agentId },
      locale: 'en',
    });
    await attachFiles(cast.deps, { ids: [note.id], conversationId: ofLi, by: agent, internal: true });
    expect(await status(li, note.id)).toBe(404);
    (await asStaff(note.id, true)).stream.destroy();
    await attachFiles(cast.deps, { ids: [note.id], conversationId: ofLi, by: agent });
    expect(await status(li, note.id)).toBe(200);
  });

  it('nobody, when there is none', async () => {
    expect(await status(li, randomUUID())).toBe(404);
    expect(await status(li, 'not-an-id')).toBe(400);
  });
});

describe('attachFiles', () => {
  it('answers in the order given, and the same when repeated', async () => {
    const ids = [await sentBy(li), await sentBy(li)].reverse();
    const first = await attachFiles(cast.deps, { ids, conversationId: ofLi, by: by(li) });
    expect(first.map(({ id }) => id)).toEqual(ids);
    expect(await attachFiles(cast.deps, { ids, conversationId: ofLi, by: by(li) })).toEqual(first);
  });

  it('takes all or none', async () => {
    const [mine, hers] = [await sentBy(li), await sentBy(wang)];
    const conversationId = await aConversation(cast, li);
    const refused = { code: 'attachment-not-found' };
    await expect(
      attachFiles(cast.deps, { ids: [mine, hers], conversationId, by: by(li) }),
    ).rejects.toMatchObject(refused);
    await expect(
      attachFiles(cast.deps, { ids: [mine, randomUUID()], conversationId, by: by(li) }),
    ).rejects.toMatchObject(refused);
    // Nothing of the refused message stuck: the file can still go elsewhere.
    await attachFiles(cast.deps, { ids: [mine], conversationId: ofLi, by: by(li) });
    await expect(attachFiles(cast.deps, { ids: [mine], conversationId, by: by(li) })).rejects.toMatchObject(
      refused,
    );
  });
});

describe('how a file is served', () => {
  it('where nothing in it can run, and a PDF only as a download', async () => {
    const names = { picture: 'x".png\r\nset-cookie: a=b', document: '../../收据\u202efdp.exe' };
    const picture = await fetchFile(cast, li, `/files/${await sentBy(li, undefined, names.picture)}/x`);
    const document = await fetchFile(
      cast,
      li,
      `/files/${await sentBy(li, makeReceipt('Receipt 42'), names.document)}/x`,
    );
    for (const { headers } of [picture, document]) {
      expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['cache-control']).toContain('private');
      expect(headers['set-cookie']).toBeUndefined();
    }
    expect(picture.headers['content-disposition']).toMatch(
      /^inline; filename="[^"]*"; filename\*=UTF-8''\S+$/,
    );
    expect(document.headers['content-disposition']).toBe(
      `attachment; filename="__fdp.pdf"; filename*=UTF-8''${encodeURIComponent('收据fdp.pdf')}`,
    );
    expect(document.headers['content-type']).toBe('application/pdf');
  });
});

describe('sweeping', () => {
  it('deletes after a day what was never sent, and nothing else', async () => {
    const [sent, unsent] = [await sentBy(li), await sentBy(li)];
    await attachFiles(cast.deps, { ids: [sent], conversationId: ofLi, by: by(li) });
    await sweepUploads(cast.deps);
    expect(await status(li, unsent)).toBe(200);
    cast.later(25 * 60 * 60 * 1000);
    expect(await sweepUploads(cast.deps)).toBeGreaterThan(0);
    expect([await status(li, sent), await status(li, unsent)]).toEqual([200, 404]);
    expect(await cast.deps.files.get(unsent)).toBeNull();
  });
});
