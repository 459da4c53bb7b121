import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdentityForm } from '../../../contract/conversations.ts';
import { emptyFields, faultsFrom, faultsIn, identityIn } from './fields.ts';

const good = { ...emptyFields, name: '李娜', contact: 'li@example.com', question: '付款失败' };

describe('faultsIn', () => {
  it('asks only for what is needed', () => {
    expect(faultsIn(good)).toEqual({});
    expect(faultsIn(emptyFields)).toEqual({
      name: 'start.error.name',
      contact: 'start.error.contact',
      question: 'start.error.question',
    });
  });

  it.each(['li@example.com', '+86 138 0013 8000', '13800138000', '(010) 6655-4433'])(
    'reaches people at %s',
    (contact) => {
      expect(faultsIn({ ...good, contact })).toEqual({});
    },
  );

  it.each(['li', 'li@', 'li@example', '123', '@example.com', 'a b@example.com', '+-() ()'])(
    'not at %s',
    (contact) => {
      expect(faultsIn({ ...good, contact }).contact).toBeDefined();
    },
  );

  it('lets nothing through that the server refuses', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 90 }),
      fc.constantFrom('li@example.com', '13800138000', 'TX-20260101', ''),
    );
    fc.assert(
      fc.property(text, text, text, text, (name, contact, account, transaction) => {
        const fields = { ...good, name, contact, account, transaction };
        const plain = !/\p{C}/u.test(name + account);
        fc.pre(plain && Object.keys(faultsIn(fields)).length === 0);
        expect(IdentityForm.safeParse(identityIn(fields)).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('faultsFrom', () => {
  it('finds the field a refusal names', () => {
    expect(
      faultsFrom([
        { path: 'form.email' },
        { path: 'message.text' },
        { path: 'form.transaction' },
        { path: 'odd' },
      ]),
    ).toEqual({
      contact: 'start.error.contact',
      question: 'start.error.question',
      transaction: 'start.error.transaction',
    });
  });
});
