import type { MyConversation } from '../../../contract/conversations.ts';
import type { MyDetails } from '../../../contract/customers.ts';
import { type ConversationState, shownEvents } from '../../shared/conversation/state.ts';
import type { OutboxItem } from '../../shared/outbox/item.ts';
import type { ConnectionStatus } from '../../shared/transport/status.ts';

/** A conversation that was opened on this page. */
export interface Talk {
  readonly state: ConversationState;
  readonly outbox: readonly OutboxItem[];
  readonly loading: 'loading' | 'ready' | 'failed';
  readonly earlier: 'idle' | 'loading' | 'failed';
  /** Who is typing at the other end; null when nobody is. */
  readonly typing: string | null;
}

export interface ChatState {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly status: ConnectionStatus;
  /** Whether the line was open before: a banner is for what was lost, not for what never was. */
  readonly wasOnline: boolean;
  /** Null for a newcomer. */
  readonly me: MyDetails | null;
  readonly rows: readonly MyConversation[];
  readonly talks: Readonly<Record<string, Talk>>;
}

export const startingState: ChatState = {
  phase: 'loading',
  status: { phase: 'connecting' },
  wasOnline: false,
  me: null,
  rows: [],
  talks: {},
};

/** Messages of the other side that were not read yet, among those that are held. */
export const unreadIn = (state: ConversationState): number =>
  shownEvents(state).filter(
    ({ type, actor, seq }) =>
      type === 'message.posted' && actor.kind !== 'customer' && seq > state.receipts.customer.read,
  ).length;

/** Everything unread, for the page's title. */
export const unreadOverall = ({ rows, talks }: Pick<ChatState, 'rows' | 'talks'>): number =>
  rows.reduce(
    (sum, { id, unread }) => sum + (talks[id] === undefined ? unread : unreadIn(talks[id].state)),
    0,
  );
