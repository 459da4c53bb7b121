import type { Sql } from 'postgres';
import type { Contact } from '../../contract/proofs.ts';
import { listMyConversations } from '../conversations/list-my-conversations.ts';

/** Who of us is in contact with a customer: the agents of their open conversations. Everybody else is not ours. */
export async function contactsOf(sql: Sql, customerId: string): Promise<Contact[]> {
  const mine = await listMyConversations(sql, customerId);
  return mine.flatMap(({ id, status, agent, caseNumber, channel, activityAt }) =>
    status === 'resolved' || agent === null
      ? []
      : [
          {
            conversationId: id,
            caseNumber,
            channel,
            agent: { name: agent.name, staffNumber: agent.staffNumber },
            lastAt: activityAt,
          },
        ],
  );
}
