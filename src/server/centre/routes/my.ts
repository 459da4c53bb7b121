import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { errorText } from '../../../contract/errors.ts';
import { claimHistory, sendClaimCode } from '../../customers/claim-history.ts';
import { ensureCustomer } from '../../customers/identify.ts';
import type { Deps } from '../../deps.ts';
import { addressKey } from '../../limits/address-key.ts';
import { AppError } from '../../platform/app-error.ts';
import type { App } from '../../platform/http.ts';
import { pageLocale } from '../page-locale.ts';
import { myPage } from '../pages/my.ts';
import type { ClaimStep } from '../parts/claim-form.ts';
import { sourcesOf } from '../sources.ts';
import { openView, textOf } from '../view.ts';
import { answer, hidden } from './pages.ts';

const emailOf = (form: unknown): string => String((form as { email?: unknown } | null)?.email ?? '').trim();
const codeOf = (form: unknown): string => String((form as { code?: unknown } | null)?.code ?? '').trim();

/** The page, at the step of the claim that comes next; a refused step keeps what was typed. */
async function show(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  claim: ClaimStep,
): Promise<FastifyReply> {
  const view = await openView(deps, request);
  const conversations = await sourcesOf(deps).conversations(request);
  const refused = 'error' in claim && claim.error !== undefined;
  return answer(request, reply, view, myPage(view, conversations, claim), refused ? 422 : 200);
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
      return show(deps, request, reply, { kind: 'email', email: emailOf(request.body).slice(0, 254), error });
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
      return show(deps, request, reply, {
        kind: 'email',
        email: email.data,
        error: refusal(thrown, request),
      });
    }
    return show(deps, request, reply, { kind: 'code', email: email.data });
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
      return show(deps, request, reply, { kind: 'code', email, error: refusal(thrown, request) });
    }
  });
}

/** A customer's conversations, and the two forms that bring those of another device. */
export function registerMy(app: App, deps: Deps): void {
  app.get('/my', hidden, async (request, reply) => {
    const view = await openView(deps, request);
    const conversations = await sourcesOf(deps).conversations(request);
    const claimed = /^\d{1,4}$/.exec(textOf(view.query, 'claimed', 4))?.[0];
    const claim: ClaimStep =
      claimed === undefined ? { kind: 'email' } : { kind: 'done', count: Number(claimed) };
    return answer(request, reply, view, myPage(view, conversations, claim));
  });
  registerEmail(app, deps);
  registerCode(app, deps);
}
