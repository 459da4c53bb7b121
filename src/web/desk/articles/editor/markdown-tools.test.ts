import { expect, test } from 'vitest';
import { asBlock, lined, type Selection, wrapped } from './markdown-tools.ts';

/** A text with its selection between bars. */
const at = (marked: string): Selection => {
  const from = marked.indexOf('|');
  const to = marked.lastIndexOf('|') - (marked.lastIndexOf('|') > from ? 1 : 0);
  return { text: marked.replaceAll('|', ''), from, to };
};

test('what is selected is wrapped and stays selected', () => {
  const { text, from, to } = wrapped(at('press |here| now'), '**', '**');
  expect([text, text.slice(from, to)]).toEqual(['press **here** now', 'here']);
});

test('every line the selection touches gets its mark', () => {
  expect(lined(at('a\nb|b\nc|c\nd'), (i) => `${i + 1}. `).text).toBe('a\n1. bb\n2. cc\nd');
  expect(lined(at('|a'), () => '- ').text).toBe('- a');
});

test.each([
  ['|', '!'],
  ['a|', 'a\n\n!'],
  ['a\n|b', 'a\n\n!\n\nb'],
  ['a\n\n|\n\nb', 'a\n\n!\n\nb'],
])('a block stands alone in %j', (marked, text) => {
  expect(asBlock(at(marked), '!').text).toBe(text);
});
