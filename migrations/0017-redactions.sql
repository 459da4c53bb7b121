-- A message can be made to say less. `body` and `salt` are then what is left; `digest` stays that of what was written, so
-- that the chain still holds, and the event named here says who took it out, when, and what the rest must be.
alter table events add column redacted_by integer;   -- seq of the latest such event; null: nothing was taken out

-- The latest walk over all chains: one row.
create table log_check (
  one boolean primary key check (one),
  begun_at timestamptz not null,
  checked_at timestamptz,              -- null until the first walk is done
  conversations integer not null default 0,
  alterations jsonb not null default '[]'
);
