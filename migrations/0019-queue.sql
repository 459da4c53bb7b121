-- Who waits for a person. A wait begins when an open conversation has no agent and the customer has written, and ends
-- when it has one or is over. The trigger keeps it in the transaction that moves the conversation, whatever moves it,
-- so that no waiting customer is in no queue.

alter table staff
  add column languages text[] not null default '{zh-CN,en}',
  add column skills text[] not null default '{}';
-- Whether its agents take conversations themselves, or are offered them.
alter table teams add column assignment text not null default 'pull' check (assignment in ('pull', 'push'));
alter table topics
  add column team_id uuid references teams (id),  -- null: whoever is free
  add column skills text[] not null default '{}';  -- what an agent must know for it

create table queue_waits (
  id bigint generated always as identity primary key,
  conversation_id uuid not null,
  since timestamptz not null,              -- the customer's first unanswered message: kept when a case comes back
  entered_at timestamptz not null,
  front boolean not null default false,    -- it had an agent who did not answer
  known_by uuid,                           -- the agent it had
  not_agents uuid[] not null default '{}', -- the customer moved away from them
  offered_to uuid,
  offered_until timestamptz,
  -- What the customer was first shown, and the estimate behind it. Minutes, and milliseconds.
  shown_at timestamptz,
  shown_from integer,
  shown_to integer,
  expected_ms double precision,
  deviation_ms double precision,
  ended_at timestamptz,
  outcome text check (outcome in ('taken', 'left')),
  priority text,                           -- at its end
  agent_id uuid,
  freed_at timestamptz                     -- when the agent who took it was done with it
);
create unique index queue_waits_open on queue_waits (conversation_id) where ended_at is null;
create unique index queue_waits_served on queue_waits (conversation_id) where outcome = 'taken' and freed_at is null;
create index queue_waits_ended on queue_waits (ended_at) where ended_at is not null;
create index queue_waits_freed on queue_waits (freed_at) where freed_at is not null;

create function needs_person(c conversations) returns boolean language sql immutable as
  $$ select c.status = 'open' and c.agent_id is null and c.customer_seq > 0 $$;

-- `activity_at` stands still within a second, so that it may be a little before what it is compared with.
create function keep_queue() returns trigger language plpgsql as $$
declare
  needed boolean := false;
  had uuid;
begin
  if tg_op = 'UPDATE' then
    needed := needs_person(old);
    if old.status = 'open' then had := old.agent_id; end if;
  end if;
  if had is not null and (new.agent_id is distinct from had or new.status <> 'open') then
    update queue_waits set freed_at = greatest(new.activity_at, ended_at)
      where conversation_id = new.id and outcome = 'taken' and freed_at is null;
  end if;
  if needed and not needs_person(new) then
    update queue_waits set ended_at = greatest(new.activity_at, entered_at), priority = new.priority,
        agent_id = new.agent_id, offered_to = null, offered_until = null,
        outcome = case when new.agent_id is null then 'left' else 'taken' end
      where conversation_id = new.id and ended_at is null;
  elsif needs_person(new) and not needed then
    insert into queue_waits (conversation_id, since, entered_at, front, known_by)
    values (new.id, coalesce(new.waiting_since, new.activity_at),
        greatest(new.activity_at, case when had is null then new.waiting_since end),
        had is not null and new.waiting_since is not null, had);
  end if;
  return null;
end $$;

create trigger conversations_enter_queue after insert on conversations
  for each row when (new.customer_seq > 0 and new.agent_id is null) execute function keep_queue();
create trigger conversations_keep_queue after update on conversations
  for each row when ((old.status, old.agent_id, old.customer_seq > 0)
    is distinct from (new.status, new.agent_id, new.customer_seq > 0)) execute function keep_queue();

insert into queue_waits (conversation_id, since, entered_at)
  select id, coalesce(waiting_since, activity_at), activity_at from conversations c where needs_person(c);
