-- Articles of the help centre. An article is one subject; its words are a version in each language.
create table articles (
  id text primary key,          -- the last part of its address, for good
  topic text not null,
  position integer not null,    -- place within its topic
  related text[] not null default '{}',
  contact text not null check (contact in ('self-service', 'person', 'urgent')),  -- what to advise beside it
  created_at timestamptz not null default now()
);
create index articles_of_topic on articles (topic, position);

create table article_versions (
  article_id text not null references articles (id) on delete cascade,
  locale text not null,
  title text not null,
  answer text not null,
  body text not null,           -- Markdown
  similar_questions text[] not null default '{}',
  keywords text[] not null default '{}',
  prepare text[] not null default '{}',  -- what to have at hand before talking to a person
  reviewed_on date not null,
  updated_at timestamptz not null default now(),
  primary key (article_id, locale)
);

-- "Did this solve it?", counted by day: a visitor who presses for ever makes one number larger, not the table.
create table article_votes (
  article_id text not null references articles (id) on delete cascade,
  locale text not null,
  day date not null,
  solved integer not null default 0,
  unsolved integer not null default 0,
  primary key (article_id, locale, day)
);

-- Raised by every change of the help centre: a node that keeps articles in memory compares it and reads again.
create table help_revision (
  single boolean primary key default true check (single),
  revision bigint not null,
  starter_installed_at timestamptz  -- starter content is offered once: what an editor removed stays removed
);
insert into help_revision (revision) values (1);

create function raise_help_revision() returns trigger language plpgsql as $$
begin
  update help_revision set revision = revision + 1;
  return null;
end $$;
create trigger articles_changed after insert or update or delete or truncate on articles
  for each statement execute function raise_help_revision();
create trigger article_versions_changed after insert or update or delete or truncate on article_versions
  for each statement execute function raise_help_revision();
