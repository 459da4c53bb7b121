-- The code by which an agent proves to a customer who they are: one a conversation, for a minute, taken away when it is
-- used. Unlogged: what a crash takes is asked for again.
create unlogged table agent_proofs (
  conversation_id uuid primary key,
  agent_id uuid not null,
  code text not null,
  expires_at timestamptz not null
);
