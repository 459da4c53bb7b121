import { z } from 'zod';
import { refusals } from '../../../contract/answers.ts';
import { Id } from '../../../contract/ids.ts';
import {
  Contact,
  EnterProof,
  Proof,
  ProofAccepted,
  ShownProof,
  StaffNumberState,
} from '../../../contract/proofs.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import { requireCustomer } from '../../customers/identify.ts';
import type { Deps } from '../../deps.ts';
import { addressKey } from '../../limits/address-key.ts';
import type { App } from '../../platform/http.ts';
import { acceptProof } from '../accept-proof.ts';
import { askProof } from '../ask-proof.ts';
import { contactsOf } from '../contacts-of.ts';
import { lookUpStaffNumber } from '../look-up-staff-number.ts';
import { showProof } from '../show-proof.ts';

const tags = ['trust'];
const params = z.object({ id: Id });

/** How a customer makes sure that an agent is one, and is theirs. */
export function registerProofs(app: App, deps: Deps): void {
  const known = requireCustomer(deps);
  app.post('/api/my/conversations/:id/proof', {
    onRequest: known,
    schema: {
      tags,
      summary: 'Ask for the code that the agent of this conversation sees too',
      params,
      response: { 200: Proof, ...refusals },
    },
    handler: async ({ customer, params }) => askProof(deps, customer.id, params.id),
  });
  app.post('/api/my/proofs', {
    onRequest: known,
    schema: {
      tags,
      summary: 'Enter a code that somebody told me; each works once',
      body: EnterProof,
      response: { 200: ProofAccepted, ...refusals },
    },
    handler: async ({ customer, body, ip }) => acceptProof(deps, customer.id, body.code, addressKey(ip)),
  });
  app.get('/api/my/contacts', {
    onRequest: known,
    schema: {
      tags,
      summary: 'Which agents are in contact with me now',
      response: { 200: z.object({ rows: z.array(Contact) }), ...refusals },
    },
    handler: async ({ customer }) => ({ rows: await contactsOf(deps.sql, customer.id) }),
  });
  app.get('/api/check/staff', {
    schema: {
      tags,
      summary: 'Whether a staff number is of somebody who answers customers, and is at work now',
      querystring: z.object({ number: z.string().max(40) }),
      response: { 200: z.object({ state: StaffNumberState }), ...refusals },
    },
    handler: async ({ query, ip }) => ({
      state: await lookUpStaffNumber(deps, query.number, addressKey(ip)),
    }),
  });
  app.get('/api/desk/conversations/:id/proof', {
    onRequest: requireStaff(deps, 'conversation.read'),
    schema: {
      tags,
      summary: 'The code a customer asked me to prove myself with',
      params,
      response: { 200: ShownProof.nullable(), ...refusals },
    },
    handler: async ({ staff, params }) => showProof(deps, staff.id, params.id),
  });
}
