import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '../../../contract/locale.ts';
import type { Deps } from '../../deps.ts';
import { glossaryIn } from '../../glossary/glossary.ts';
import { answerQuestion } from '../../help/answer-question.ts';
import { countByTopic, findArticles } from '../../help/find-articles.ts';
import { findMoved } from '../../help/find-moved.ts';
import { readArticle } from '../../help/read-article.ts';
import { addressKey } from '../../limits/address-key.ts';
import { take } from '../../limits/take.ts';
import { AppError } from '../../platform/app-error.ts';
import type { App } from '../../platform/http.ts';
import { noteUnanswered } from '../../questions/note-unanswered.ts';
import { articlePage } from '../pages/article.ts';
import { gonePage } from '../pages/gone.ts';
import { searchPage } from '../pages/search.ts';
import { topicPage } from '../pages/topic.ts';
import { topicsPage } from '../pages/topics.ts';
import { articleHref } from '../parts/article-list.ts';
import { openView, textOf, type View } from '../view.ts';
import { answer, hidden, page } from './pages.ts';

/** Most results on the search page: past these a question is better put in other words. */
const RESULTS = 20;

/** What nothing fits is kept for editors, at the pace of a person. Whatever goes wrong with it, the page is shown. */
async function note(deps: Deps, ip: string, asked: { question: string; locale: Locale }): Promise<void> {
  try {
    await take(deps, `unanswered:${addressKey(ip)}`, { everySeconds: 20, burst: 15 });
    await noteUnanswered(deps, asked);
  } catch (error) {
    if (!(error instanceof AppError)) deps.logger.error({ err: error }, 'a question could not be kept');
  }
}

function registerSearch(app: App, deps: Deps): void {
  page(app, deps, '/help', async (view, request) => {
    const question = textOf(view.query, 'q');
    const all = await findArticles(deps, { locale: view.locale, limit: 1_000 });
    const counts = countByTopic(all);
    if (question === '') return topicsPage(view, counts);
    const answers = await answerQuestion(deps, {
      locale: view.locale,
      question,
      limit: RESULTS,
      thorough: true,
    });
    if (!answers.fits) await note(deps, request.ip, { question, locale: view.locale });
    return searchPage(view, question, answers, counts);
  });
}

function registerTopic(app: App, deps: Deps): void {
  page<{ topic: string }>(app, deps, '/help/:topic', async (view, request) => {
    const topic = view.topics.find(({ id }) => id === request.params.topic);
    if (topic === undefined) return null;
    return topicPage(
      view,
      topic,
      await findArticles(deps, { locale: view.locale, topic: topic.id, limit: 1_000 }),
    );
  });
}

/** An old link leads to the article it meant, or to a page that says that there is none any more. */
async function answerMoved(
  deps: Deps,
  request: FastifyRequest<{ Params: { slug: string } }>,
  reply: FastifyReply,
  view: View,
): Promise<FastifyReply> {
  const moved = await findMoved(deps, request.params.slug, view.locale);
  if (moved === null) return answer(request, reply, view, null);
  if (moved.article === null) return answer(request, reply, view, gonePage(view, moved.title), 410);
  return reply.redirect(articleHref(moved.article, textOf(view.query, 'q')), 301);
}

function registerArticle(app: App, deps: Deps): void {
  app.get<{ Params: { topic: string; slug: string } }>(
    '/help/:topic/:slug',
    hidden,
    async (request, reply) => {
      const view = await openView(deps, request);
      const article = await readArticle(deps, request.params.slug, view.locale);
      if (article !== null && article.topic !== request.params.topic) {
        // The article moved to another topic; its old address keeps working.
        return reply.redirect(articleHref(article, textOf(view.query, 'q')), 301);
      }
      if (article === null) return answerMoved(deps, request, reply, view);
      const asked = { question: textOf(view.query, 'q'), solved: textOf(view.query, 'solved') };
      const terms = await glossaryIn(deps, article.locale);
      return answer(request, reply, view, articlePage(view, article, terms, asked));
    },
  );
}

/** Search, topics and articles. */
export function registerHelp(app: App, deps: Deps): void {
  registerSearch(app, deps);
  registerTopic(app, deps);
  registerArticle(app, deps);
}
