-- A conversation is a log. `conversations` is its projection, updated in the statement that appends; `last_seq` is
-- also the lock: an append names the seq it builds on, and of two writers one wins and the other decides again.

create sequence case_numbers start 100001;

create table conversations (
  id uuid primary key,
  case_number text not null unique,
  channel text not null,
  status text not null,
  priority text not null,
  topic text,
  locale text not null,
  customer_id uuid not null,
  agent_id uuid,
  team_id uuid,
  tags text[] not null default '{}',
  preview text not null default '',
  preview_by text not null default 'system',
  last_seq integer not null,
  prev_seq integer not null,               -- last_seq before the latest append: what that append was decided on
  last_hash bytea not null,
  customer_seq integer not null default 0,  -- seq of the customer's latest message
  agent_seq integer not null default 0,     -- seq of the latest message that an agent wrote to the customer
  waiting_since timestamptz,                -- since when the customer has had no answer
  created_at timestamptz not null,
  activity_at timestamptz not null,
  resolved_at timestamptz
) with (fillfactor = 80);

create index conversations_of_customer on conversations (customer_id, created_at desc);
create index conversations_open on conversations (activity_at desc, id desc) where status = 'open';
create index conversations_of_agent on conversations (agent_id, activity_at desc, id desc) where status = 'open' and agent_id is not null;
create index conversations_unassigned on conversations (activity_at desc, id desc) where status = 'open' and agent_id is null;
create index conversations_of_team on conversations (team_id, activity_at desc, id desc) where status = 'open' and team_id is not null;
create index conversations_resolved on conversations (resolved_at desc, id desc) where status = 'resolved';

-- `tx` and `pos` order the whole log for readers with a cursor: everything below the oldest transaction still
-- running is complete, so a reader that stays below it never skips a row that commits late.
create table events (
  conversation_id uuid not null,
  seq integer not null,
  id uuid not null,
  type text not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text,
  actor_staff_number text,
  body text,            -- the exact JSON text that was digested; null once erased
  salt bytea,           -- 16 random bytes, erased with the body so that its digest cannot be guessed back
  digest bytea not null,
  hash bytea not null,
  pos bigint generated always as identity,
  tx xid8 not null default pg_current_xact_id(),
  primary key (conversation_id, seq)
);
create unique index events_client_id on events (conversation_id, id);
create index events_in_order on events (tx, pos);

-- How far each reader of the log has come.
create table log_cursors (
  reader text primary key,
  tx xid8 not null default '0',
  pos bigint not null default 0,
  updated_at timestamptz not null default now()
);

-- What reached a device and what was on a screen, of the customer and of the staff as a whole.
create table receipts (
  conversation_id uuid not null,
  party text not null check (party in ('customer', 'staff')),
  delivered integer not null default 0,
  read integer not null default 0,
  at timestamptz not null default now(),
  primary key (conversation_id, party)
);

-- One-time passes from a signed-in page to its socket. Unlogged: losing them in a crash costs one reconnect.
create unlogged table socket_tickets (
  ticket_hash bytea primary key,
  party text not null check (party in ('customer', 'staff')),
  subject_id uuid not null,
  session_id uuid not null,
  expires_at timestamptz not null
);
