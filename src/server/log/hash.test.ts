import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '../../contract/events.ts';
import { FIRST_HASH, seal, verifies } from './hash.ts';
import type { LogRow, SealedRow } from './row.ts';

const uuid = fc.uuid();
const actor: fc.Arbitrary<Actor> = fc.oneof(
  fc.record({ kind: fc.constant('customer' as const), id: uuid }),
  fc.record({
    kind: fc.constant('agent' as const),
    id: uuid,
    name: fc.string({ unit: 'binary' }),
    staffNumber: fc.string(),
  }),
  fc.constant({ kind: 'system' as const }),
);
const body = fc.string({ unit: 'binary', maxLength: 200 }).map((text) => JSON.stringify({ text }));
const said = fc.record({
  actor,
  body,
  at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
});

const conversationId = randomUUID();
const lineOf = (
  { actor, body, at }: { actor: Actor; body: string; at: Date },
  seq: number,
): LogRow & { body: string } => ({
  conversationId,
  seq,
  id: randomUUID(),
  type: 'message.posted',
  at: at.toISOString(),
  actor,
  body,
});

/** What the documentation says, written down a second time. */
function expectedHash(previous: Buffer, row: SealedRow): Buffer {
  const { actor } = row;
  const who =
    actor.kind === 'agent'
      ? [actor.id, actor.name, actor.staffNumber]
      : actor.kind === 'customer'
        ? [actor.id]
        : [];
  const header = JSON.stringify([row.conversationId, row.seq, row.id, row.type, row.at, actor.kind, ...who]);
  const digest = createHash('sha256').update(Buffer.from(row.salt, 'hex')).update(row.body).digest();
  return createHash('sha256').update(previous).update(header).update(digest).digest();
}

const stored = (row: SealedRow) => ({
  ...row,
  salt: Buffer.from(row.salt, 'hex'),
  digest: Buffer.from(row.digest, 'hex'),
  hash: Buffer.from(row.hash, 'hex'),
});

test('every line carries the hash that the documentation describes, and verifies', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 5 }), (lines) => {
      let previous = FIRST_HASH;
      for (const [index, line] of lines.entries()) {
        const row = seal(previous.toString('hex'), lineOf(line, index + 1));
        expect(row.hash).toBe(expectedHash(previous, row).toString('hex'));
        expect(verifies(previous, stored(row))).toBe(true);
        previous = Buffer.from(row.hash, 'hex');
      }
    }),
  );
});

test('a line that was altered does not verify; one whose body was erased does', () => {
  fc.assert(
    fc.property(said, said, (line, other) => {
      const row = seal(FIRST_HASH.toString('hex'), lineOf(line, 1));
      const kept = stored(row);
      expect(verifies(FIRST_HASH, { ...kept, body: null, salt: null as never })).toBe(true);
      expect(verifies(FIRST_HASH, { ...kept, seq: 2 })).toBe(false);
      expect(verifies(kept.hash, kept)).toBe(false);
      fc.pre(other.body !== line.body);
      expect(verifies(FIRST_HASH, { ...kept, body: other.body })).toBe(false);
    }),
  );
});
