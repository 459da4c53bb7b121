-- What an append brings, as one array of lines for the heads and one for the events. A function scan costs the database
-- some 20 microseconds before it has read anything, so that an array for each column made a single message wait.

create type conversation_line as (
  id uuid,
  case_number text,
  channel text,
  status text,
  priority text,
  topic text,
  locale text,
  customer_id uuid,
  agent_id uuid,
  team_id uuid,
  tags text[],
  preview text,
  preview_by text,
  last_seq integer,
  prev_seq integer,
  last_hash text,
  customer_seq integer,
  agent_seq integer,
  waiting_since timestamptz,
  created_at timestamptz,
  activity_at timestamptz,
  resolved_at timestamptz,
  built_on text
);

create type event_line as (
  conversation_id uuid,
  seq integer,
  id uuid,
  type text,
  at timestamptz,
  actor_kind text,
  actor_id uuid,
  actor_name text,
  actor_staff_number text
);
