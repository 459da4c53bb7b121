create table topics (
  id text primary key,
  icon text not null,
  urgent boolean not null default false,  -- goes to the emergency lane
  position integer not null,
  texts jsonb not null,                   -- {"zh-CN": {"name", "description"}, "en": {...}}
  archived_at timestamptz,
  archived_by uuid references staff (id),
  updated_at timestamptz not null default now()
);

create table canned_replies (
  id uuid primary key,
  shortcut text not null,
  titles jsonb not null,                  -- {"zh-CN": "...", "en": "..."}
  texts jsonb not null,
  scope text not null check (scope in ('everyone', 'team', 'personal')),
  team_id uuid references teams (id),
  owner_id uuid references staff (id),
  created_at timestamptz not null default now(),
  created_by uuid references staff (id),
  updated_at timestamptz not null default now(),
  check ((scope = 'team') = (team_id is not null) and (scope = 'personal') = (owner_id is not null))
);
create unique index canned_replies_shortcut on canned_replies
  (lower(shortcut), coalesce(team_id, owner_id, '00000000-0000-0000-0000-000000000000'));

-- That hours were set at all: a schedule without periods means closed, no schedule means the default.
create table hours_schedules (
  id uuid primary key,
  channel text not null check (channel in ('chat', 'phone')),
  team_id uuid references teams (id),     -- null: the whole centre
  updated_at timestamptz not null default now(),
  updated_by uuid references staff (id)
);
create unique index hours_schedules_one on hours_schedules
  (channel, coalesce(team_id, '00000000-0000-0000-0000-000000000000'));

-- Minutes of the local day. `closes` beyond 1440 runs into the next day.
create table opening_hours (
  schedule_id uuid not null references hours_schedules (id) on delete cascade,
  weekday smallint not null check (weekday between 1 and 7),  -- ISO: 1 is Monday
  opens smallint not null check (opens between 0 and 1439),
  closes smallint not null check (closes > opens and closes <= opens + 1440),
  primary key (schedule_id, weekday, opens)
);

create table hours_exceptions (
  schedule_id uuid not null references hours_schedules (id) on delete cascade,
  date date not null,
  name jsonb not null,                    -- {"zh-CN": "...", "en": "..."}
  periods jsonb not null,                 -- [{"opens", "closes"}] as "HH:MM"; empty: closed
  primary key (schedule_id, date)
);

create table settings (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now(),
  updated_by uuid references staff (id)
);
