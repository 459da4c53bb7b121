import type { CustomerPanel } from '../../contract/customers.ts';
import { conversationsOfCustomer } from '../conversations/of-customer.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { findCustomer, findStanding } from './customer-store.ts';

/** Who this is and what happened before, for the desk. @throws AppError `not-found` */
export async function findCustomerPanel(deps: Pick<Deps, 'sql'>, id: string): Promise<CustomerPanel> {
  const [customer, standing] = await Promise.all([findCustomer(deps.sql, id), findStanding(deps.sql, id)]);
  if (customer === null || standing === null) throw new AppError('not-found');
  return { ...customer, ...standing, earlier: await conversationsOfCustomer(deps.sql, id) };
}
