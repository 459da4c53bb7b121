import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { mayCustomerSee } from './door-store.ts';

/** Who asks: a customer sees their own conversations, staff whose role reads conversations see all. */
export type Visitor = { party: 'customer'; id: string } | { party: 'staff'; mayRead: boolean };

/** The one door to a conversation, which is also the permission check. What one may not see does not exist. */
export async function passDoor(
  deps: Pick<Deps, 'sql'>,
  visitor: Visitor,
  conversationId: string,
): Promise<void> {
  if (visitor.party === 'staff' && !visitor.mayRead) throw new AppError('forbidden');
  const customer = visitor.party === 'customer' ? visitor.id : null;
  if (!(await mayCustomerSee(deps.sql, customer, conversationId)))
    throw new AppError('conversation-not-found');
}
