import type { z } from 'zod';
import type { Channel, PersonRef, Priority, Status } from '../../contract/events.ts';
import type { Locale } from '../../contract/locale.ts';
import { FIRST_HASH } from '../log/hash.ts';

export type Person = z.infer<typeof PersonRef>;

/** What a conversation's log adds up to: all that `decide` needs and all that the inbox shows. Times are ISO 8601 UTC. */
export interface ConversationState {
  id: string;
  caseNumber: string;
  channel: Channel;
  status: Status;
  priority: Priority;
  topic: string | null;
  locale: Locale;
  customerId: string;
  agentId: string | null;
  teamId: string | null;
  tags: readonly string[];
  preview: string;
  previewBy: 'customer' | 'agent' | 'system';
  lastSeq: number;
  /** Hash of the latest event, in hexadecimal. */
  lastHash: string;
  /** Seq of the customer's latest message, 0 for none. */
  customerSeq: number;
  /** Seq of the latest message an agent wrote to the customer, 0 for none. */
  agentSeq: number;
  /** Since when the customer has had no answer. */
  waitingSince: string | null;
  createdAt: string;
  activityAt: string;
  resolvedAt: string | null;
}

/** The state before the first event. */
export function nothingYet(id: string, caseNumber: string, customerId: string): ConversationState {
  return {
    id,
    caseNumber,
    channel: 'chat',
    status: 'open',
    priority: 'normal',
    topic: null,
    locale: 'zh-CN',
    customerId,
    agentId: null,
    teamId: null,
    tags: [],
    preview: '',
    previewBy: 'system',
    lastSeq: 0,
    lastHash: FIRST_HASH.toString('hex'),
    customerSeq: 0,
    agentSeq: 0,
    waitingSince: null,
    createdAt: '',
    activityAt: '',
    resolvedAt: null,
  };
}
