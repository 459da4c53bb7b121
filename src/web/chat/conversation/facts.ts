import type { z } from 'zod';
import type { MyConversation } from '../../../contract/conversations.ts';
import type { PersonRef } from '../../../contract/events.ts';
import { type ConversationState, shownEvents } from '../../shared/conversation/state.ts';

export interface Facts {
  readonly agent: z.infer<typeof PersonRef> | null;
  readonly resolved: boolean;
  readonly caseNumber: string;
}

/** Who has the conversation and how it stands: what the log says last, else what the list row says. */
export function factsOf(state: ConversationState, row: MyConversation | undefined): Facts {
  let agent = row?.agent ?? null;
  let resolved = row?.status === 'resolved';
  for (const event of shownEvents(state)) {
    if (event.type === 'conversation.assigned') agent = event.body.agent;
    if (event.type === 'conversation.resolved') resolved = true;
    if (event.type === 'conversation.reopened') resolved = false;
  }
  return { agent, resolved, caseNumber: row?.caseNumber ?? '' };
}
