import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MARKDOWN_MAX, plainText, referencesIn, renderMarkdown } from './markdown.ts';

describe('renderMarkdown', () => {
  test('keeps what an article is made of', () => {
    const html = renderMarkdown('## Steps\n\n1. Open **Bills**\n2. See `FAILED`\n\n[Rules](/help/refunds)');
    expect(html).toContain('<h2 id="section-steps">Steps</h2>');
    expect(html).toContain('<li>Open <strong>Bills</strong></li>');
    expect(html).toContain('<a href="/help/refunds">Rules</a>');
  });

  test('a level-one heading steps below the page title', () => {
    expect(renderMarkdown('# Title')).toBe('<h2 id="section-title">Title</h2>\n');
  });

  test.each([
    ['<script>alert(1)</script>', '<script'],
    ['<img src=x onerror=alert(1)>', '<img'],
    ['[x](javascript:alert(1))', 'href="javascript'],
    ['[x](data:text/html,hi)', 'href="data'],
    ['[x](//evil.example/a)', 'href="//evil'],
    ['![x](https://evil.example/pixel.png)', '<img'],
  ])('refuses %s', (source, forbidden) => {
    expect(renderMarkdown(source)).not.toContain(forbidden);
  });

  test('headings have addresses of their own, in any language', () => {
    const ids = [
      ...renderMarkdown('## 先检查\n\n### Fee & *limit*\n\n## 先检查\n').matchAll(/ id="([^"]*)"/g),
    ];
    expect(ids.map(([, id]) => id)).toEqual(['section-先检查', 'section-fee-limit', 'section-先检查-2']);
  });

  test('a picture of ours is shown in the place kept for it', () => {
    const html = renderMarkdown('![The menu](/pictures/0a1b2c3d-0000-4000-8000-0123456789ab/640x480.png)');
    expect(html).toContain('alt="The menu" width="640" height="480" loading="lazy"');
  });

  test('a link that leaves the centre gives nothing away', () => {
    expect(renderMarkdown('[x](https://okpay.example/)')).toContain('rel="noopener noreferrer"');
  });

  test('no Markdown at all makes a script, a handler or a script address', () => {
    const unit = fc.constantFrom(
      '<',
      '>',
      '[',
      ']',
      '(',
      ')',
      '"',
      'script',
      'javascript:',
      ' onload=',
      '\n',
      '`',
      '!',
      '#',
      '|',
      '-',
      'a',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (source) => {
        const tags = renderMarkdown(source).match(/<[^>]*>/g) ?? [];
        for (const tag of tags) {
          expect(tag).not.toMatch(/^<script|\son\w+=|href="\s*javascript/i);
        }
      }),
    );
  });
});

test('links and pictures of a text are told in their order', () => {
  expect(referencesIn('See [a](/help/cards/x) and\n\n- ![b](/p.png)\n- `[c](/d)`')).toEqual([
    { kind: 'link', href: '/help/cards/x', words: '' },
    { kind: 'picture', href: '/p.png', words: 'b' },
  ]);
});

describe('a megabyte of', () => {
  const megabyte = (unit: string): string => unit.repeat(1_000_000 / unit.length);

  test.each([
    ['quotes in quotes', megabyte('>')],
    ['lists in lists', megabyte('- ')],
    ['open brackets', megabyte('[')],
    ['open pictures', megabyte('![')],
    ['half links', megabyte('[a](')],
    ['stars and lines', megabyte('*_')],
    ['code marks', megabyte('`a``')],
    ['empty table rows', `|a|b|\n|-|-|\n${megabyte('|\n')}`],
    ['references to one long address', `[a]: /${'x'.repeat(5_000)}\n\n${megabyte('[a]')}`],
    ['scripts', megabyte('<script>alert(1)</script>')],
    ['drawings', megabyte('<svg onload=alert(1)>')],
    ['script links', megabyte('[a](javascript:alert(1)) ')],
  ])('%s is cut short and harmless', (_what, source) => {
    const [html, plain] = [renderMarkdown(source), plainText(source)];
    expect(referencesIn(source).length).toBeLessThan(MARKDOWN_MAX);
    expect(html.length).toBeLessThan(MARKDOWN_MAX * 20);
    expect(plain.length).toBeLessThan(MARKDOWN_MAX * 4);
    expect(html).not.toMatch(/<(script|svg|img)|<[^>]* (on\w+|href="(?!\/))/i);
  });

  // Best of five, against honest text of the length that is read at most: how long the machine takes says nothing.
  const best = (source: string): number =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const begun = performance.now();
        renderMarkdown(source);
        return performance.now() - begun;
      }),
    );
  const honest =
    'Open **Settings**, then [the help](/help/cards/x).\n\n1. Choose *Cards*\n2. Press `Add`\n\n';

  test.each(['>', '- ', '[', '![', '[a](', '*_', '`a``', '<script>', '<svg onload=x>'])(
    '%s takes no more time than twenty honest articles',
    (unit) => {
      const long = honest.repeat(Math.ceil(MARKDOWN_MAX / honest.length)).slice(0, MARKDOWN_MAX);
      expect(best(megabyte(unit))).toBeLessThan(20 * best(long));
    },
  );

  test('a long article is shown as far as its limit', () => {
    const html = renderMarkdown('a '.repeat(MARKDOWN_MAX));
    expect(html.startsWith('<p>a a a')).toBe(true);
    expect(html.length).toBeLessThan(MARKDOWN_MAX + 100);
  });
});
