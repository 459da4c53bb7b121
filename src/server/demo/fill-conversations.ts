import type { Outcome } from '../conversations/commit.ts';
import type { Deps } from '../deps.ts';
import { attachStoryFiles } from './attach.ts';
import { Chance } from './chance.ts';
import { makeCustomers } from './customers.ts';
import { type Cast, Enactment, type Step } from './enact.ts';
import { plan, type Telling } from './plan.ts';
import { insertAudit, insertCustomers, insertReceipts, nextCaseNumbers, type ReceiptRow } from './store.ts';
import { readStories } from './story.ts';

const SEED = 20_251_111;

/** Customers and their conversations, through the same door as everybody's: decided, numbered, sealed, committed. */
export async function fillConversations(deps: Deps, cast: Cast): Promise<void> {
  const chance = new Chance(SEED);
  const customers = makeCustomers(chance);
  const tellings = plan(await readStories(), customers, deps.clock.now(), chance).sort(byStart);
  const called = tellings.map(({ customer, times }) => ({
    ...customer,
    since: times[0] as Date,
    seen: times.at(-1) as Date,
  }));
  await insertCustomers(deps.sql, [...new Map(called.reverse().map((row) => [row.id, row])).values()]);
  const numbers = await nextCaseNumbers(deps.sql, tellings.length);
  const enactments = await Promise.all(
    tellings.map(async (telling, i) => {
      const enactment = new Enactment(telling, cast);
      const files = await attachStoryFiles(deps, telling, enactment.id);
      return enactment.play(numbers[i] as string, files);
    }),
  );
  await submitAll(
    deps,
    enactments.flatMap(({ steps }) => steps),
  );
}

const byStart = (a: Telling, b: Telling) => Number(a.times[0]) - Number(b.times[0]);

/** In the order of time, all at once: the log gathers them into a commit or two and keeps each conversation's order. */
async function submitAll(deps: Deps, steps: Step[]): Promise<void> {
  const inOrder = steps.sort((a, b) => a.envelope.at.localeCompare(b.envelope.at));
  const outcomes = await Promise.all(inOrder.map(({ envelope }) => deps.log.submit(envelope)));
  const states = new Map(outcomes.map(({ state }) => [state.id, state]));
  await insertReceipts(deps.sql, [...states.values()].flatMap(readSoFar));
  await insertAudit(
    deps.sql,
    inOrder.flatMap(({ envelope: { at, actor, conversationId }, action }) =>
      action === null || actor.kind !== 'agent'
        ? []
        : [{ at, staffId: actor.id, staffName: actor.name, action, conversationId }],
    ),
  );
}

/** Who answered has read; what waits has not been, and of the rest the customer saw the answer. */
function readSoFar({ id, agentId, agentSeq, lastSeq, waitingSince, status }: Outcome['state']): ReceiptRow[] {
  const unread = waitingSince !== null && status === 'open';
  const customer = { id, party: 'customer' as const, seq: agentSeq };
  if (agentId === null) return [customer];
  return [customer, { id, party: 'staff' as const, seq: unread ? agentSeq : lastSeq }];
}
