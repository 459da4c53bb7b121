import type { IdentityForm } from '../../../contract/conversations.ts';
import { MESSAGE_MAX } from '../../../contract/limits.ts';
import type { ChatKey } from '../words.ts';

/** The form before a chat, as it is typed. */
export interface Fields {
  name: string;
  /** An e-mail address or a phone number: one box, told apart by us. */
  contact: string;
  account: string;
  topic: string;
  transaction: string;
  question: string;
}
export type FieldName = keyof Fields;
/** What is wrong with a field, as a key of the catalogue. */
export type Faults = Partial<Record<FieldName, ChatKey>>;

export const emptyFields: Fields = {
  name: '',
  contact: '',
  account: '',
  topic: '',
  transaction: '',
  question: '',
};

/** The rule of the contract’s parser, so that nothing passes here and is refused there. */
const emailPattern = /^(?!\.)(?!.*\.\.)[\w'+.-]*[\w+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
const phonePattern = /^\+?[\d ()-]{5,31}$/;

const isEmail = (contact: string) => contact.length <= 254 && emailPattern.test(contact);
const isPhone = (contact: string) => phonePattern.test(contact) && contact.replace(/\D/g, '').length >= 5;

/** What keeps the form from being sent; the same the server would say, before it is asked. */
export function faultsIn(fields: Fields): Faults {
  const faults: Faults = {};
  const [name, contact, transaction, question] = [
    fields.name,
    fields.contact,
    fields.transaction,
    fields.question,
  ].map((text) => text.trim());
  if (name === '' || fields.name.trim().length > 80) faults.name = 'start.error.name';
  if (!isEmail(contact ?? '') && !isPhone(contact ?? '')) faults.contact = 'start.error.contact';
  if (fields.account.trim().length > 100) faults.account = 'start.error.account';
  if (transaction !== '' && !/^[A-Za-z0-9_-]{6,64}$/.test(transaction ?? ''))
    faults.transaction = 'start.error.transaction';
  if (question === '') faults.question = 'start.error.question';
  if ((question?.length ?? 0) > MESSAGE_MAX) faults.question = 'start.error.questionLong';
  return faults;
}

/** The form as the server takes it. Fields must be without faults. */
export function identityIn({ name, contact, account, topic, transaction }: Fields): IdentityForm {
  const reach = contact.trim();
  return {
    name: name.trim(),
    ...(isEmail(reach) ? { email: reach } : { phone: reach }),
    ...(account.trim() !== '' && { account: account.trim() }),
    topic: topic === '' ? null : topic,
    ...(transaction.trim() !== '' && { transaction: transaction.trim() }),
  };
}

const serverNames: Record<string, FieldName> = {
  email: 'contact',
  phone: 'contact',
  text: 'question',
  message: 'question',
};
const known: Record<FieldName, ChatKey> = {
  name: 'start.error.name',
  contact: 'start.error.contact',
  account: 'start.error.account',
  topic: 'start.error.other',
  transaction: 'start.error.transaction',
  question: 'start.error.question',
};

/** The server's refusal (`form.email`, `message.text`, ...) as faults of our fields. */
export function faultsFrom(refused: readonly { path: string }[]): Faults {
  const faults: Faults = {};
  for (const { path } of refused) {
    const last = path.split('.').at(-1) ?? '';
    const field = serverNames[last] ?? (last in emptyFields ? (last as FieldName) : undefined);
    if (field !== undefined) faults[field] = known[field];
  }
  return faults;
}
