import { z } from 'zod';
import { ChangeMyDetails, ClaimCode, Claimed, ClaimRequest, MyDetails } from '../../../contract/customers.ts';
import { Identified, SiteToken } from '../../../contract/identity.ts';
import { MyPhrase, SetPhrase } from '../../../contract/phrases.ts';
import type { Deps } from '../../deps.ts';
import { addressKey } from '../../limits/address-key.ts';
import { take } from '../../limits/take.ts';
import { AppError } from '../../platform/app-error.ts';
import type { App } from '../../platform/http.ts';
import { claimHistory, sendClaimCode } from '../claim-history.ts';
import { findCustomer } from '../customer-store.ts';
import { ensureCustomer, findCustomerOf, requireCustomer } from '../identify.ts';
import { myPhrase, sendPhraseCode, setPhrase } from '../phrase.ts';
import { rememberDetails } from '../remember-details.ts';
import { identifyBySite, signOutOfSite } from '../site-identity.ts';

const tags = ['customer'];

export function registerCustomerRoutes(app: App, deps: Deps): void {
  const known = { onRequest: requireCustomer(deps) };

  app.get(
    '/api/my',
    {
      schema: {
        tags,
        summary: 'What is remembered of me',
        response: { 200: MyDetails, 204: z.null().describe('Nothing yet') },
      },
    },
    async (request, reply) => {
      const customer = await findCustomerOf(deps, request);
      const details = customer === null ? null : await findCustomer(deps.sql, customer.id);
      return details === null ? reply.code(204).send(null) : details;
    },
  );

  app.post(
    '/api/my',
    {
      schema: {
        tags,
        summary:
          'Be remembered: sets the cookie, so that a first conversation whose answer was lost can be started again',
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await take(deps, `newcomer:${addressKey(request.ip)}`, { everySeconds: 5, burst: 30 });
      await ensureCustomer(deps, request, reply);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/my/identity',
    {
      schema: {
        tags,
        summary: 'Be remembered as whoever my site says I am',
        description:
          'The token is a JWT that the site signs with a key of `IDENTITY_KEYS`: header `kid` and `alg`, claims `sub`, `iat`, `exp` (a day at most) and `aud` (the address of the centre), and `name`, `email`, `phone`, `account`, `locale` where it knows them.',
        body: SiteToken,
        response: { 200: Identified },
      },
    },
    async (request, reply) => {
      await take(deps, `identity:${addressKey(request.ip)}`, { everySeconds: 1, burst: 60 });
      return { changed: await identifyBySite(deps, request, reply, request.body.token) };
    },
  );

  app.delete(
    '/api/my/identity',
    {
      schema: {
        tags,
        summary: 'Sign out, on every device',
        description:
          'Whoever the site did not name stays remembered. What the site signed before is refused from now on.',
        response: { 200: Identified },
      },
    },
    async (request, reply) => ({ changed: await signOutOfSite(deps, request, reply) }),
  );

  app.patch(
    '/api/my',
    {
      ...known,
      schema: { tags, summary: 'Change my details', body: ChangeMyDetails, response: { 200: MyDetails } },
    },
    async (request) => {
      await rememberDetails(deps, request.customer.id, request.body);
      const details = await findCustomer(deps.sql, request.customer.id);
      if (details === null) throw new AppError('not-signed-in');
      return details;
    },
  );

  app.post(
    '/api/my/claims',
    {
      schema: {
        tags,
        summary: 'Send a code to my e-mail address',
        body: ClaimRequest,
        response: { 202: z.null() },
      },
    },
    async (request, reply) => {
      const address = addressKey(request.ip);
      await take(deps, `newcomer:${address}`, { everySeconds: 5, burst: 30 });
      const { id: customerId } = await ensureCustomer(deps, request, reply);
      await sendClaimCode(deps, { customerId, email: request.body.email, locale: request.locale, address });
      return reply.code(202).send(null);
    },
  );

  app.post(
    '/api/my/claims/verify',
    {
      ...known,
      schema: {
        tags,
        summary: 'Open my history here with the code',
        body: ClaimCode,
        response: { 200: Claimed },
      },
    },
    async (request) => ({
      conversations: await claimHistory(deps, request.customer.id, request.body.email, request.body.code),
    }),
  );

  app.get(
    '/api/my/phrase',
    {
      ...known,
      schema: { tags, summary: 'The phrase that letters to me carry', response: { 200: MyPhrase } },
    },
    async (request) => myPhrase(deps, request.customer.id),
  );

  app.post(
    '/api/my/phrase/codes',
    {
      ...known,
      schema: {
        tags,
        summary: 'Send a code to my verified address, for changing the phrase',
        response: { 202: z.null() },
      },
    },
    async (request, reply) => {
      const { customer, locale, ip } = request;
      await sendPhraseCode(deps, { customerId: customer.id, locale, address: addressKey(ip) });
      return reply.code(202).send(null);
    },
  );

  app.put(
    '/api/my/phrase',
    {
      ...known,
      schema: {
        tags,
        summary: 'Choose the phrase that letters to me carry',
        body: SetPhrase,
        response: { 200: MyPhrase },
      },
    },
    async (request) => setPhrase(deps, request.customer.id, request.body),
  );
}
