/** The words of a mail that came as HTML, with and without what it quotes. */
import { compile, type HtmlToTextOptions } from 'html-to-text';

/** Longer mails are read as far as this, in UTF-16 units. */
const LENGTH_MAX = 2_000_000;

const plain: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: LENGTH_MAX, maxDepth: 500, maxChildNodes: 20_000 },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table'].map((selector) => ({ selector, format: 'block' })),
    { selector: 'ul', options: { itemPrefix: '- ' } },
  ],
};

/** What mail programs put a quotation into. */
const quotations = [
  'blockquote',
  '.gmail_quote',
  '.yahoo_quoted',
  '.moz-cite-prefix',
  '.protonmail_quote',
  '.zmail_extra',
  '#appendonsend',
  '#divRplyFwdMsg',
  '#OutlookMessageHeader',
  '#mail-editor-reference-message-container',
  '#isReplyContent',
  '.ntes-mailmaster-quote',
  '.foxmail_quote',
];

export const textOfHtml: (html: string) => string = compile(plain);

/** Without quotations, in the words that `visibleReply` looks through next. */
export const textOfHtmlReply: (html: string) => string = compile({
  ...plain,
  selectors: [...(plain.selectors ?? []), ...quotations.map((selector) => ({ selector, format: 'skip' }))],
});
