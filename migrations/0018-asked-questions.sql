-- What customers asked and an article answered: proposed as a similar question of that article.
create table proposed_questions (
  id bigint generated always as identity primary key,
  article_id text not null references articles (id) on update cascade on delete cascade,
  locale text not null,
  question text not null,       -- guarded, and without what could name a person
  folded text not null,         -- the same however it is written
  asked integer not null default 1,
  how text not null check (how in ('answered', 'solved')),  -- by whom the answer was found: staff, or the customer
  first_at timestamptz not null,
  last_at timestamptz not null,
  accepted boolean,             -- null: waits for an editor
  decided_at timestamptz,
  decided_by uuid references staff (id),
  unique (article_id, folded)
);
create index proposed_questions_waiting on proposed_questions (last_at desc, id desc) where accepted is null;

-- What customers asked and no article answered.
create table unanswered_questions (
  id bigint generated always as identity primary key,
  locale text not null,
  question text not null,       -- guarded, and without what could name a person
  folded text not null unique,
  asked integer not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null,
  settled_at timestamptz,       -- null: waits for an editor; asked again, it waits again
  settled_by uuid references staff (id)
);
create index unanswered_questions_waiting on unanswered_questions (last_at desc, id desc) where settled_at is null;
