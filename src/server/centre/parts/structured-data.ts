import { type Html, html, jsonText } from '../html.ts';
import type { View } from '../view.ts';
import type { Step } from './crumbs.ts';

/** A question with its answer, plain text. */
export interface Question {
  readonly title: string;
  readonly answer: string;
}

const faq = (questions: readonly Question[]) => ({
  '@type': 'FAQPage',
  mainEntity: questions.map(({ title, answer }) => ({
    '@type': 'Question',
    name: title,
    acceptedAnswer: { '@type': 'Answer', text: answer },
  })),
});

const breadcrumbs = ({ t, origin, path }: View, trail: readonly Step[], title: string) => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ href: '/', label: t('site.home') }, ...trail, { href: path, label: title }].map(
    ({ href, label }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name: label,
      item: `${origin}${href}`,
    }),
  ),
});

interface Described {
  readonly title: string;
  readonly trail?: readonly Step[];
  readonly questions?: readonly Question[];
}

/** What a page is, for search engines (https://schema.org): a block of data, which no browser runs. */
export function structuredData(view: View, { title, trail, questions = [] }: Described): Html | null {
  const things = [
    ...(trail === undefined ? [] : [breadcrumbs(view, trail, title)]),
    ...(questions.length === 0 ? [] : [faq(questions)]),
  ];
  if (things.length === 0) return null;
  const data = { '@context': 'https://schema.org', '@graph': things };
  return html`<script type="application/ld+json">${jsonText(data)}</script>`;
}
