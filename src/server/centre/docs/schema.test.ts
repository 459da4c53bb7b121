import { expect, test } from 'vitest';
import { fieldsOf, typeText } from './schema.ts';

test('types read as a person would say them', () => {
  expect(typeText({ type: 'string', format: 'email' })).toBe('string (email)');
  expect(typeText({ enum: ['open', 'resolved'] })).toBe('"open" | "resolved"');
  expect(typeText({ type: 'array', items: { type: 'string' } })).toBe('string[]');
  expect(typeText({ type: 'array', items: { enum: ['a', 'b'] } })).toBe('("a" | "b")[]');
  expect(typeText({ anyOf: [{ type: 'string' }, { type: 'null' }] })).toBe('string | null');
});

test('fields list what is inside them, with limits and requirement', () => {
  const fields = fieldsOf({
    type: 'object',
    required: ['rows'],
    properties: {
      rows: {
        type: 'array',
        items: { type: 'object', properties: { name: { type: 'string', maxLength: 80 } } },
      },
      next: { anyOf: [{ type: 'string' }, { type: 'null' }], description: 'Where to go on' },
    },
  });
  expect(fields).toEqual([
    { name: 'rows', depth: 0, type: 'object[]', required: true, about: '' },
    { name: 'name', depth: 1, type: 'string', required: false, about: '≤ 80 characters' },
    { name: 'next', depth: 0, type: 'string | null', required: false, about: 'Where to go on' },
  ]);
});

test('a shape that contains itself ends', () => {
  const loop: Parameters<typeof fieldsOf>[0] = { type: 'object', properties: {} };
  loop.properties = { again: loop };
  expect(fieldsOf(loop).length).toBeLessThan(10);
});
