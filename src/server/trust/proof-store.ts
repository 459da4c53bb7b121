import type { ISql } from 'postgres';

interface StoredProof {
  conversationId: string;
  agentId: string;
  code: string;
  expiresAt: Date;
}

/** A conversation has one code at a time. */
export async function putProof(
  sql: ISql,
  { conversationId, agentId, code, expiresAt }: StoredProof,
): Promise<void> {
  await sql`
    insert into agent_proofs (conversation_id, agent_id, code, expires_at)
    values (${conversationId}, ${agentId}, ${code}, ${expiresAt})
    on conflict (conversation_id) do update set agent_id = excluded.agent_id, code = excluded.code,
      expires_at = excluded.expires_at`;
}

/** Takes a code away and says whose it was, in one statement: of two who enter it, on any node, one is right. */
export async function spendProof(
  sql: ISql,
  code: string,
  conversationIds: string[],
  now: Date,
): Promise<Pick<StoredProof, 'conversationId' | 'agentId'> | null> {
  const [row] = await sql<Pick<StoredProof, 'conversationId' | 'agentId'>[]>`
    delete from agent_proofs
    where code = ${code} and expires_at > ${now} and conversation_id = any(${conversationIds}::uuid[])
    returning conversation_id as "conversationId", agent_id as "agentId"`;
  return row ?? null;
}

/** The valid code of a conversation, if it is this agent's and the conversation still is. */
export async function currentProof(
  sql: ISql,
  conversationId: string,
  agentId: string,
  now: Date,
): Promise<Pick<StoredProof, 'code' | 'expiresAt'> | null> {
  const [row] = await sql<Pick<StoredProof, 'code' | 'expiresAt'>[]>`
    select p.code, p.expires_at as "expiresAt" from agent_proofs p join conversations c on c.id = p.conversation_id
    where p.conversation_id = ${conversationId} and p.agent_id = ${agentId} and c.agent_id = ${agentId}
      and p.expires_at > ${now}`;
  return row ?? null;
}
