import type { FastifyRequest } from 'fastify';
import { PASTED_MAX } from '../../../contract/limits.ts';
import type { Deps } from '../../deps.ts';
import { addressKey } from '../../limits/address-key.ts';
import type { App } from '../../platform/http.ts';
import { checkText } from '../../trust/check-text.ts';
import { readChannels } from '../../trust/read-channels.ts';
import { reportText } from '../../trust/report-text.ts';
import { pageLocale } from '../page-locale.ts';
import { checkPage } from '../pages/check.ts';
import { openView, textOf } from '../view.ts';
import { answer, hidden } from './pages.ts';

/** What a form sent, made such as can be kept: pages answer odd texts, they do not refuse them. */
function pastedOf(form: unknown): string {
  const { text } = (form ?? {}) as { text?: unknown };
  return String(text ?? '')
    .toWellFormed()
    .replaceAll('\0', '')
    .trim()
    .slice(0, PASTED_MAX)
    .toWellFormed();
}

const asker = (request: FastifyRequest) => ({
  locale: pageLocale(request),
  address: addressKey(request.ip),
});

/**
 * The check of links, addresses and numbers. A pasted message is sent in the body and never in an address, because
 * addresses are kept: by browsers, by proxies and in logs.
 */
export function registerCheck(app: App, deps: Deps): void {
  const checked = async (request: FastifyRequest, pasted: string) =>
    pasted === '' ? null : checkText(deps, pasted, asker(request));

  app.get('/check', hidden, async (request, reply) => {
    const view = await openView(deps, request);
    const pasted = textOf(view.query, 'q');
    const checking = {
      pasted,
      answer: await checked(request, pasted),
      reported: view.query.has('reported'),
    };
    return answer(request, reply, view, checkPage(view, checking, await readChannels(deps)));
  });
  app.post('/check', hidden, async (request, reply) => {
    const view = await openView(deps, request);
    const pasted = pastedOf(request.body);
    const checking = { pasted, answer: await checked(request, pasted), reported: false };
    return answer(request, reply, view, checkPage(view, checking, await readChannels(deps)));
  });
  app.post('/check/report', hidden, async (request, reply) => {
    await reportText(deps, pastedOf(request.body), asker(request));
    return reply.redirect('/check?reported=1', 303);
  });
}
