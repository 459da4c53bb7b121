import type { ArticleContent, EditableArticle } from '../../src/contract/editing.ts';
import { installStarterContent } from '../../src/server/help/install-starter-content.ts';
import { arrive, type Cast, type Person, startCast } from '../staff/cast.ts';

/** A centre with the starter content, an editor and whoever else a test needs. */
export interface Desk {
  cast: Cast;
  editor: Person;
  close(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const cast = await startCast();
  await installStarterContent(cast.centre.deps);
  const editor = await arrive(cast, 'editor');
  return { cast, editor, close: cast.close };
}

export const url = '/api/desk/articles';

/** What an editor writes; `over` replaces parts of it. */
export function contentWith(
  over: Partial<ArticleContent> = {},
  title = 'Where is my gift card?',
): ArticleContent {
  return {
    topic: 'cards',
    position: 50,
    related: ['card-declined'],
    terms: [],
    contact: 'self-service',
    ownerId: null,
    versions: {
      'zh-CN': null,
      en: {
        title,
        answer: 'Open Cards, then Gift cards.',
        body: '## Steps\n\n1. Open **Cards**\n2. Choose *Gift cards*',
        similar: ['gift card missing'],
        keywords: ['gift card'],
        prepare: ['The number on the receipt'],
        reviewedOn: '2026-11-20',
      },
    },
    ...over,
  };
}

/** An article that somebody just began. */
export async function begin(
  person: Person,
  id: string,
  over: Partial<ArticleContent> = {},
): Promise<EditableArticle> {
  const answer = await person.browser.post(url, { id, content: contentWith(over, `About ${id}`) });
  if (answer.status !== 201) throw new Error(`${id}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** The same, published. */
export async function beginPublished(person: Person, id: string): Promise<EditableArticle> {
  const { version } = await begin(person, id);
  const answer = await person.browser.post(`${url}/${id}/publish`, { version });
  if (answer.status !== 200) throw new Error(`${id}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
