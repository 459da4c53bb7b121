import { wordsOf } from '../search/words.ts';

interface Known {
  name: string;
  email: string | null;
  phone: string | null;
  account: string | null;
}

/** What a customer is found by: the words of every field, and a telephone number also by its digits and their end. */
export function customerWords({ name, email, phone, account }: Known): string[] {
  const digits = (phone ?? '').replace(/\D/g, '');
  const ends = digits.length > 4 ? [digits, digits.slice(-4)] : [];
  return [...new Set([...wordsOf([name, email, phone, account].filter(Boolean).join(' ')), ...ends])];
}
