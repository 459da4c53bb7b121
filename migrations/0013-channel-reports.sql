-- What customers report as pretending to be us: one row for each host, address, number or account, and the reports of it.
create table reported_channels (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('link', 'mail', 'phone', 'account')),
  means text not null,                   -- what it is once every disguise is off, guarded
  reports integer not null default 0,
  first_at timestamptz not null,
  last_at timestamptz not null,
  reviewed_at timestamptz,               -- null: waits for somebody to look at it; a new report makes it wait again
  reviewed_by uuid references staff (id),
  unique (kind, means)
);
create index reported_channels_in_order on reported_channels (last_at desc, id desc);

create table channel_reports (
  id bigint generated always as identity primary key,
  channel_id bigint not null references reported_channels (id),
  at timestamptz not null,
  text text not null                     -- what the customer had pasted, guarded
);
create index channel_reports_of_channel on channel_reports (channel_id, at desc);
