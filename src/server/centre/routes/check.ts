import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorText } from '../../../contract/errors.ts';
import { PASTED_MAX } from '../../../contract/limits.ts';
import { findCustomerOf } from '../../customers/identify.ts';
import type { Deps } from '../../deps.ts';
import { addressKey } from '../../limits/address-key.ts';
import { AppError } from '../../platform/app-error.ts';
import type { App } from '../../platform/http.ts';
import { acceptProof } from '../../trust/accept-proof.ts';
import { checkText } from '../../trust/check-text.ts';
import { contactsOf } from '../../trust/contacts-of.ts';
import { listKeys } from '../../trust/list-keys.ts';
import { lookUpStaffNumber } from '../../trust/look-up-staff-number.ts';
import { readChannels } from '../../trust/read-channels.ts';
import { reportText } from '../../trust/report-text.ts';
import { pageLocale } from '../page-locale.ts';
import { type Checking, checkPage } from '../pages/check.ts';
import type { AgentCheck } from '../parts/prove-agent.ts';
import { openView, textOf } from '../view.ts';
import { answer, hidden } from './pages.ts';

/** What a form sent in a field, made such as can be kept: pages answer odd texts, they do not refuse them. */
function fieldOf(form: unknown, name: string, max: number): string {
  const value = (form as Record<string, unknown> | null)?.[name];
  return String(value ?? '')
    .toWellFormed()
    .replaceAll('\0', '')
    .trim()
    .slice(0, max)
    .toWellFormed();
}

const pastedOf = (form: unknown): string => fieldOf(form, 'text', PASTED_MAX);

const asker = (request: FastifyRequest) => ({
  locale: pageLocale(request),
  address: addressKey(request.ip),
});

async function checkCode(deps: Deps, request: FastifyRequest, typed: string): Promise<AgentCheck> {
  const { locale, address } = asker(request);
  const customer = await findCustomerOf(deps, request);
  try {
    const accepted = await acceptProof(deps, customer?.id ?? null, typed, address);
    return { asked: 'code', typed, accepted, refusal: '' };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return { asked: 'code', typed, accepted: null, refusal: errorText(thrown.code, locale, thrown.values) };
  }
}

/** What a customer asked about an agent; null when they asked about something else. */
async function checkAgent(deps: Deps, request: FastifyRequest): Promise<AgentCheck | null> {
  const number = fieldOf(request.body, 'number', 40);
  const code = fieldOf(request.body, 'code', 40);
  if (code !== '') return checkCode(deps, request, code);
  if (number === '') return null;
  const state = await lookUpStaffNumber(deps, number, addressKey(request.ip));
  return { asked: 'number', typed: number, state };
}

/**
 * The check of links, addresses and numbers, and of agents. A pasted message is sent in the body and never in an
 * address, because addresses are kept: by browsers, by proxies and in logs.
 */
export function registerCheck(app: App, deps: Deps): void {
  const checked = async (request: FastifyRequest, pasted: string) =>
    pasted === '' ? null : checkText(deps, pasted, asker(request));

  const show = async (request: FastifyRequest, reply: FastifyReply, asked: Partial<Checking>) => {
    const customer = await findCustomerOf(deps, request);
    const [view, channels, contacts, keys] = await Promise.all([
      openView(deps, request),
      readChannels(deps),
      customer === null ? null : contactsOf(deps.sql, customer.id),
      listKeys(deps),
    ]);
    const checking = { pasted: '', answer: null, reported: false, agent: null, ...asked };
    return answer(request, reply, view, checkPage(view, checking, { channels, contacts, keys }));
  };

  app.get('/check', hidden, async (request, reply) => {
    const query = new URL(request.url, 'http://page.invalid').searchParams;
    const pasted = textOf(query, 'q');
    const result = await checked(request, pasted);
    return show(request, reply, { pasted, answer: result, reported: query.has('reported') });
  });
  app.post('/check', hidden, async (request, reply) => {
    const pasted = pastedOf(request.body);
    const agent = await checkAgent(deps, request);
    return show(request, reply, { pasted, answer: await checked(request, pasted), agent });
  });
  app.post('/check/report', hidden, async (request, reply) => {
    await reportText(deps, pastedOf(request.body), asker(request));
    return reply.redirect('/check?reported=1', 303);
  });
}
