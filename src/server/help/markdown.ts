import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { pictureSize } from './pictures/picture-address.ts';

/** How much of a text is rendered, in UTF-16 code units: more than ten times the longest starter article. */
export const MARKDOWN_MAX = 30_000;

/** Links by reference are left out: one long address, named thirty thousand times in 95 KB, makes a page of 75 MB. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('reference');

/** Where a heading is found: its words, small and joined by hyphens. */
const anchorOf = (words: string): string =>
  `section-${(words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('-').slice(0, 60)}`;

/** Gives each heading an address within the page; one that comes again is numbered. */
markdown.core.ruler.push('heading-anchors', ({ tokens }) => {
  const taken = new Map<string, number>();
  tokens.forEach((token, at) => {
    if (token.type !== 'heading_open') return;
    const anchor = anchorOf(tokens[at + 1]?.content ?? '');
    const times = (taken.get(anchor) ?? 0) + 1;
    taken.set(anchor, times);
    token.attrSet('id', times === 1 ? anchor : `${anchor}-${times}`);
  });
});

const render = (text: string): string => markdown.render(text.slice(0, MARKDOWN_MAX));

const isOurs = (href: string): boolean => href.startsWith('/') || href.startsWith('#');

/** What an article may contain. Everything else is dropped, whatever an editor pasted. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br', 'img'],
    ...['strong', 'em', 'code', 'pre', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'rel'],
    ...{ h2: ['id'], h3: ['id'], h4: ['id'] },
    img: ['src', 'alt', 'width', 'height', 'loading'],
    ol: ['start'],
    th: ['scope'],
  },
  // A picture from elsewhere would tell its owner who reads what.
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && pictureSize(attribs.src ?? '') === null,
  allowedSchemes: ['https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    // The page's own title is h1, so an article's headings start below it.
    h1: 'h2',
    th: (tagName, attribs) => ({ tagName, attribs: { ...attribs, scope: 'col' } }),
    a: (tagName, { href = '' }) => {
      const attribs: Record<string, string> = isOurs(href) ? { href } : { href, rel: 'noopener noreferrer' };
      return { tagName, attribs };
    },
    img: (tagName, { src = '', alt = '' }) => ({
      tagName,
      attribs: { src, alt, ...pictureSize(src), loading: 'lazy' },
    }),
  },
};

/** An article's Markdown as HTML that is safe to put into a page. Raw HTML in it shows as text; what is past MARKDOWN_MAX does not. */
export function renderMarkdown(text: string): string {
  return sanitizeHtml(render(text), allowed);
}

/** The words of Markdown without its marks, for search. */
export function plainText(text: string): string {
  return sanitizeHtml(render(text), { allowedTags: [], allowedAttributes: {} });
}

/** A link or a picture of a text: where it leads, and of a picture what it is said to show. */
export interface Reference {
  readonly kind: 'link' | 'picture';
  readonly href: string;
  readonly words: string;
}

/** The links and pictures in the part of a text that is shown, in their order. */
export function referencesIn(text: string): Reference[] {
  const tokens = markdown.parse(text.slice(0, MARKDOWN_MAX), {});
  return tokens
    .flatMap(({ children }) => children ?? [])
    .flatMap((token): Reference[] => {
      if (token.type === 'link_open')
        return [{ kind: 'link', href: String(token.attrGet('href') ?? ''), words: '' }];
      if (token.type === 'image')
        return [{ kind: 'picture', href: String(token.attrGet('src') ?? ''), words: token.content }];
      return [];
    });
}
