import type { CustomerPanel } from '../../contract/customers.ts';
import { conversationsOfCustomer } from '../conversations/of-customer.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { findCustomer, findTimes } from './customer-store.ts';

/** Who this is and what happened before, for the desk. @throws AppError `not-found` */
export async function findCustomerPanel(deps: Pick<Deps, 'sql'>, id: string): Promise<CustomerPanel> {
  const [customer, times] = await Promise.all([findCustomer(deps.sql, id), findTimes(deps.sql, id)]);
  if (customer === null || times === null) throw new AppError('not-found');
  return { ...customer, ...times, earlier: await conversationsOfCustomer(deps.sql, id) };
}
