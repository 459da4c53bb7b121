import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText, html, jsonText, trusted } from './html.ts';

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', ' ', 'script', 'on', ';', '-', '!', '`', '\n'),
  }),
);

describe('html', () => {
  test('no text can open a tag, close an attribute or start an entity', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { text: page } = html`<p title="${text}">${text}</p>`;
        const match = /^<p title="([^"<>']*)">([^"<>']*)<\/p>$/s.exec(page);
        expect(match).not.toBeNull();
        expect(decoded(match?.[1] ?? '')).toBe(text);
        expect(decoded(match?.[2] ?? '')).toBe(text);
      }),
    );
  });

  test('escaping loses nothing', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(decoded(escapeText(text))).toBe(text);
      }),
    );
  });

  test('pieces nest without being escaped twice', () => {
    fc.assert(
      fc.property(fc.array(hostile), (texts) => {
        const list = html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
        expect(list.text).toBe(`<ul>${texts.map((text) => `<li>${escapeText(text)}</li>`).join('')}</ul>`);
      }),
    );
  });

  test('absent values show nothing', () => {
    expect(html`a${null}${undefined}${false}${true}${[]}${0}b`.text).toBe('a0b');
  });

  test('an object that only looks like markup is not trusted', () => {
    const fake = { text: '<script>' } as unknown as string;
    expect(html`${fake}`.text).not.toContain('<script>');
    expect(html`${trusted('<b>x</b>')}`.text).toBe('<b>x</b>');
  });

  test('no JSON value can close its script element', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { text: block } = jsonText({ text, extra: '</script><!--' });
        expect(block).not.toContain('<');
        expect(JSON.parse(block)).toEqual({ text, extra: '</script><!--' });
      }),
    );
  });
});
