import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { errorText } from '../../../contract/errors.ts';
import { type MyPhrase, PHRASE_MAX, PHRASE_MIN, SetPhrase } from '../../../contract/phrases.ts';
import { claimHistory, sendClaimCode } from '../../customers/claim-history.ts';
import { ensureCustomer, findCustomerOf } from '../../customers/identify.ts';
import { guardedPhrase, myPhrase, sendPhraseCode, setPhrase } from '../../customers/phrase.ts';
import type { Deps } from '../../deps.ts';
import { addressKey } from '../../limits/address-key.ts';
import { AppError } from '../../platform/app-error.ts';
import type { App } from '../../platform/http.ts';
import { pageLocale } from '../page-locale.ts';
import { myPage } from '../pages/my.ts';
import type { ClaimStep } from '../parts/claim-form.ts';
import type { PhraseStep } from '../parts/phrase-form.ts';
import { sourcesOf } from '../sources.ts';
import { openView, textOf } from '../view.ts';
import { answer, hidden } from './pages.ts';

const emailOf = (form: unknown): string => String((form as { email?: unknown } | null)?.email ?? '').trim();
const codeOf = (form: unknown): string => String((form as { code?: unknown } | null)?.code ?? '').trim();

const nothingKnown: MyPhrase = { email: null, phrase: null, setAt: null };

async function phraseOf(deps: Deps, request: FastifyRequest): Promise<MyPhrase> {
  const customer = await findCustomerOf(deps, request);
  return customer === null ? nothingKnown : myPhrase(deps, customer.id);
}

interface Steps {
  claim?: ClaimStep;
  phrase?: PhraseStep;
}

const isRefused = (step: ClaimStep | PhraseStep): boolean => 'error' in step && step.error !== undefined;

/** The page, at the steps that come next; a refused step keeps what was typed. */
async function show(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  { claim = { kind: 'email' }, phrase = { kind: 'phrase' } }: Steps,
): Promise<FastifyReply> {
  const [view, conversations, mine] = await Promise.all([
    openView(deps, request),
    sourcesOf(deps).conversations(request),
    phraseOf(deps, request),
  ]);
  const page = myPage(view, conversations, { claim, phrase, mine });
  return answer(request, reply, view, page, isRefused(claim) || isRefused(phrase) ? 422 : 200);
}

/** The words of a refusal that the person can act on; anything else is not for this form to answer. */
function refusal(thrown: unknown, request: FastifyRequest): string {
  if (!(thrown instanceof AppError)) throw thrown;
  return errorText(thrown.code, pageLocale(request), thrown.values);
}

function registerEmail(app: App, deps: Deps): void {
  app.post('/my/claim', hidden, async (request, reply) => {
    const email = z.email().max(254).safeParse(emailOf(request.body));
    if (!email.success) {
      const error = errorText('invalid-input', pageLocale(request), { fields: 'email' });
      const claim = { kind: 'email' as const, email: emailOf(request.body).slice(0, 254), error };
      return show(deps, request, reply, { claim });
    }
    const customer = await ensureCustomer(deps, request, reply);
    const about = {
      customerId: customer.id,
      email: email.data,
      locale: pageLocale(request),
      address: addressKey(request.ip),
    };
    try {
      await sendClaimCode(deps, about);
    } catch (thrown) {
      const error = refusal(thrown, request);
      return show(deps, request, reply, { claim: { kind: 'email', email: email.data, error } });
    }
    return show(deps, request, reply, { claim: { kind: 'code', email: email.data } });
  });
}

function registerCode(app: App, deps: Deps): void {
  app.post('/my/claim/code', hidden, async (request, reply) => {
    const email = emailOf(request.body).slice(0, 254);
    const customer = await ensureCustomer(deps, request, reply);
    try {
      const count = await claimHistory(deps, customer.id, email, codeOf(request.body).slice(0, 12));
      return reply.redirect(`/my?claimed=${count}`, 303);
    } catch (thrown) {
      const claim = { kind: 'code' as const, email, error: refusal(thrown, request) };
      return show(deps, request, reply, { claim });
    }
  });
}

const phraseIn = (form: unknown): string =>
  String((form as { phrase?: unknown } | null)?.phrase ?? '')
    .toWellFormed()
    .trim()
    .slice(0, PHRASE_MAX * 2);

/** What was typed, as it may be kept. @throws AppError `invalid-input` */
function readPhrase(form: unknown): string {
  const phrase = SetPhrase.shape.phrase.safeParse(phraseIn(form));
  if (!phrase.success) throw new AppError('phrase-unfit', { min: PHRASE_MIN, max: PHRASE_MAX });
  return guardedPhrase(phrase.data);
}

function registerPhrase(app: App, deps: Deps): void {
  app.post('/my/phrase', hidden, async (request, reply) => {
    const typed = phraseIn(request.body);
    const { id: customerId } = await ensureCustomer(deps, request, reply);
    try {
      readPhrase(request.body);
      const locale = pageLocale(request);
      await sendPhraseCode(deps, { customerId, locale, address: addressKey(request.ip) });
    } catch (thrown) {
      return show(deps, request, reply, {
        phrase: { kind: 'phrase', typed, error: refusal(thrown, request) },
      });
    }
    return show(deps, request, reply, { phrase: { kind: 'code', typed } });
  });
  app.post('/my/phrase/code', hidden, async (request, reply) => {
    const typed = phraseIn(request.body);
    const { id } = await ensureCustomer(deps, request, reply);
    try {
      await setPhrase(deps, id, {
        phrase: readPhrase(request.body),
        code: codeOf(request.body).slice(0, 12),
      });
    } catch (thrown) {
      return show(deps, request, reply, { phrase: { kind: 'code', typed, error: refusal(thrown, request) } });
    }
    return reply.redirect('/my?phrase=1#phrase', 303);
  });
}

/** A customer's conversations, the two forms that bring those of another device, and the phrase of their letters. */
export function registerMy(app: App, deps: Deps): void {
  app.get('/my', hidden, async (request, reply) => {
    const query = new URL(request.url, 'http://page.invalid').searchParams;
    const claimed = /^\d{1,4}$/.exec(textOf(query, 'claimed', 4))?.[0];
    const claim: ClaimStep =
      claimed === undefined ? { kind: 'email' } : { kind: 'done', count: Number(claimed) };
    return show(deps, request, reply, { claim, phrase: { kind: query.has('phrase') ? 'done' : 'phrase' } });
  });
  registerEmail(app, deps);
  registerCode(app, deps);
  registerPhrase(app, deps);
}
