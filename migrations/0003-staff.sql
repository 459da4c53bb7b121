create sequence staff_numbers start 1001;

create table staff (
  id uuid primary key,
  email text not null check (email = lower(email)),
  name text not null,            -- the person's name, for colleagues who administer and for the audit
  display_name text not null,    -- what customers and colleagues see beside the staff number
  staff_number text not null unique default 'A' || nextval('staff_numbers'),
  role text not null,
  password_hash text,            -- null until the invitation was accepted
  totp_secret text,              -- base32; counts only once confirmed
  totp_confirmed_at timestamptz,
  totp_last_step bigint,         -- the newest time step a code was accepted for: no code works twice
  locale text not null default 'zh-CN',
  presence text not null default 'away' check (presence in ('online', 'busy', 'away')),
  presence_at timestamptz not null default now(),
  capacity integer not null default 5 check (capacity between 0 and 100),
  disabled_at timestamptz,
  disabled_by uuid references staff (id),
  created_at timestamptz not null default now(),
  created_by uuid references staff (id),
  signed_in_at timestamptz
);
create unique index staff_email on staff (email);

create table staff_recovery_codes (
  staff_id uuid not null references staff (id),
  code_hash bytea not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (staff_id, code_hash)
);

create table staff_sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  staff_id uuid not null references staff (id),
  ip text not null default '',
  user_agent text not null default '',
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  ended_why text
);
create index staff_sessions_live on staff_sessions (staff_id) where ended_at is null;

-- One-time links that let a person choose their own password: after "forgot it", or as an invitation.
create table password_resets (
  token_hash bytea primary key,
  staff_id uuid not null references staff (id),
  kind text not null check (kind in ('reset', 'invitation')),
  created_at timestamptz not null,
  created_by uuid references staff (id),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_resets_of_staff on password_resets (staff_id) where used_at is null;

-- One-time links for the first administrator, printed by the server while there is none.
create table setup_links (
  token_hash bytea primary key,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Wrong guesses by account. Keyed by a digest of the address that was tried, whether it belongs to anybody or not:
-- an unknown address locks like a known one, so locking tells nothing.
create table sign_in_failures (
  account_hash bytea primary key,
  failures integer not null,
  locked_until timestamptz,
  updated_at timestamptz not null
);
create index sign_in_failures_by_age on sign_in_failures (updated_at);

-- Shared limits (generic cell rate): `next_at` is when the bucket will be empty again. Unlogged: a crash forgives.
create unlogged table rate_limits (
  key text primary key,
  next_at timestamptz not null
);
create index rate_limits_by_age on rate_limits (next_at);

-- Which node holds sockets of which session; a node that died stops renewing seen_at.
create table staff_connections (
  node_id uuid not null,
  session_id uuid not null,
  staff_id uuid not null,
  seen_at timestamptz not null default now(),
  primary key (node_id, session_id)
);
create index staff_connections_of_staff on staff_connections (staff_id);

create table teams (
  id uuid primary key,
  name text not null,
  description text not null default '',
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  archived_by uuid references staff (id)
);
create unique index teams_name on teams (lower(name)) where archived_at is null;

create table team_members (
  team_id uuid not null references teams (id),
  staff_id uuid not null references staff (id),
  added_at timestamptz not null default now(),
  primary key (team_id, staff_id)
);
create index team_members_of_staff on team_members (staff_id);

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  staff_id uuid,                -- null: before anybody was signed in, or the system itself
  staff_name text not null,     -- as the person was called then
  action text not null,
  subject_kind text not null,
  subject_id text,
  detail jsonb not null default '{}',
  ip text not null default ''
);
create index audit_of_staff on audit (staff_id, id desc);
create index audit_of_subject on audit (subject_kind, subject_id, id desc);
create index audit_of_action on audit (action, id desc);
create index audit_by_time on audit (at);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_keeps_lines before update or delete on audit for each row execute function audit_is_append_only();
create trigger audit_keeps_all before truncate on audit for each statement execute function audit_is_append_only();
