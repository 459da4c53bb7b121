import type { Deps } from '../deps.ts';
import { inspect } from '../guard/inspect.ts';
import { type Details, updateCustomer } from './customer-store.ts';

/** Keeps what a customer said of themselves for the next time, guarded like everything they type. */
export async function rememberDetails(
  deps: Pick<Deps, 'sql'>,
  customerId: string,
  details: Details,
): Promise<void> {
  const guarded = <T extends string | null | undefined>(text: T) =>
    typeof text === 'string' ? inspect(text, details.locale ?? 'zh-CN').text : text;
  await updateCustomer(deps.sql, customerId, {
    ...details,
    name: guarded(details.name),
    account: guarded(details.account),
  });
}
