import type { ArticleSummary } from '../../../contract/help.ts';
import { query } from '../api/client.ts';

/** An article as it is put into a message: its title and its address. */
export const articleLine = ({ id, topic, title, locale }: ArticleSummary): string =>
  `${title} ${location.origin}/help/${topic}/${id}${query({ lang: locale })} `;
