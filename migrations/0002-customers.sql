create table customers (
  id uuid primary key,
  name text not null default '',
  email text,
  email_verified_at timestamptz,
  phone text,
  account text,
  locale text not null default 'zh-CN',
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);
create index customers_by_email on customers (lower(email)) where email is not null;
create index customers_by_phone on customers (phone) where phone is not null;

-- A customer who proved to own an e-mail address sees the conversations of every customer who had given it. One way
-- only: somebody who merely typed another person's address gains nothing.
create table customer_links (
  customer_id uuid not null references customers (id),
  sees_customer_id uuid not null references customers (id),
  created_at timestamptz not null default now(),
  primary key (customer_id, sees_customer_id)
);

create table customer_sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  customer_id uuid not null references customers (id),
  user_agent text not null default '',
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ended_at timestamptz
);
create index customer_sessions_of_customer on customer_sessions (customer_id);

-- A six-digit code sent to an address, to claim that address's history on this device.
create table claim_codes (
  id uuid primary key,
  email text not null,
  customer_id uuid not null references customers (id),
  code_hash bytea not null,
  attempts integer not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index claim_codes_of_customer on claim_codes (customer_id, created_at desc);
create index claim_codes_of_email on claim_codes (lower(email), created_at desc);

-- What an agent was about to write, for each conversation: it outlives tabs, machines and servers.
create table drafts (
  conversation_id uuid not null references conversations (id),
  staff_id uuid not null,
  text text not null,
  note boolean not null default false,
  updated_at timestamptz not null default now(),
  primary key (conversation_id, staff_id)
);
