import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/** How much of a text is rendered, in UTF-16 code units: more than ten times the longest starter article. */
export const MARKDOWN_MAX = 30_000;

/** Links by reference are left out: one long address, named thirty thousand times in 95 KB, makes a page of 75 MB. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('reference');

const render = (text: string): string => markdown.render(text.slice(0, MARKDOWN_MAX));

const isOurs = (href: string): boolean => href.startsWith('/') || href.startsWith('#');

/** What an article may contain. Everything else is dropped, whatever an editor pasted. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br'],
    ...['strong', 'em', 'code', 'pre', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['scope'] },
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
