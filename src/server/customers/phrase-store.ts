import type { Sql } from 'postgres';
import type { GuardedText } from '../guard/inspect.ts';

/** What letters to this address are known by. */
export async function phraseOf(
  sql: Sql,
  email: string,
): Promise<{ phrase: GuardedText | null; setAt: Date | null }> {
  const [row] = await sql<{ phrase: GuardedText; setAt: Date }[]>`
    select phrase, set_at as "setAt" from letter_phrases where email = lower(${email})`;
  return row ?? { phrase: null, setAt: null };
}

/** Spends the code and keeps the phrase, together. False when the code was spent meanwhile. */
export async function putPhrase(
  sql: Sql,
  { codeId, email, phrase, now }: { codeId: string; email: string; phrase: GuardedText; now: Date },
): Promise<boolean> {
  return sql.begin(async (tx) => {
    const spent =
      await tx`update claim_codes set used_at = now() where id = ${codeId} and used_at is null returning 1`;
    if (spent.length === 0) return false;
    await tx`insert into letter_phrases (email, phrase, set_at) values (lower(${email}), ${phrase}, ${now})
      on conflict (email) do update set phrase = excluded.phrase, set_at = excluded.set_at`;
    return true;
  });
}
