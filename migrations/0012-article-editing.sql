-- Editing of articles. What customers read stays in articles and article_versions; here is what editors work on.
alter table articles add column terms text[] not null default '{}';  -- glossary entries explained beside it

-- An article may get another name, and everything that speaks of it follows.
alter table article_versions drop constraint article_versions_article_id_fkey;
alter table article_versions add constraint article_versions_article_id_fkey
  foreign key (article_id) references articles (id) on update cascade on delete cascade;
alter table article_votes drop constraint article_votes_article_id_fkey;
alter table article_votes add constraint article_votes_article_id_fkey
  foreign key (article_id) references articles (id) on update cascade on delete cascade;
alter table article_reasons drop constraint article_reasons_article_id_fkey;
alter table article_reasons add constraint article_reasons_article_id_fkey
  foreign key (article_id) references articles (id) on update cascade on delete cascade;

-- Every text of an article that was kept: contract/editing.ts ArticleContent.
create table article_revisions (
  article_id text not null references articles (id) on update cascade on delete cascade,
  number integer not null,
  content jsonb not null,
  made_at timestamptz not null,
  made_by uuid references staff (id),
  why text not null,
  note text not null default '',
  primary key (article_id, number)
);

-- The working copy of each article, and how far it is. An article without versions is not shown to customers.
create table article_drafts (
  article_id text primary key references articles (id) on update cascade on delete cascade,
  content jsonb not null,
  version integer not null,     -- rises with every change: who saves names the one they read
  changed_at timestamptz not null,
  changed_by uuid references staff (id),
  kept_revision integer,        -- the revision that holds this very content; null: changed since
  review_at timestamptz,
  review_by uuid references staff (id),
  live_revision integer,        -- what customers read; null: nothing
  published_at timestamptz,
  published_by uuid references staff (id),
  due_revision integer,         -- what is published at due_at
  due_at timestamptz,
  scheduled_at timestamptz,
  scheduled_by uuid references staff (id),
  archived_at timestamptz,
  archived_by uuid references staff (id),
  replacement text references articles (id) on update cascade on delete set null
);
create index article_drafts_due on article_drafts (due_at) where due_at is not null;
create index article_drafts_by_change on article_drafts (changed_at desc, article_id);

-- Names that articles had.
create table article_redirects (
  from_id text primary key,
  to_id text not null references articles (id) on update cascade on delete cascade,
  since timestamptz not null
);
create index article_redirects_to on article_redirects (to_id);

-- Articles that are there already are published, and can be edited from now on.
with contents as (
  select id, date_trunc('milliseconds', now()) as at, jsonb_build_object(
    'topic', topic, 'position', position, 'related', to_jsonb(related), 'terms', to_jsonb(terms), 'contact', contact,
    'ownerId', null,
    'versions', jsonb_build_object('zh-CN', null, 'en', null) || (
      select coalesce(jsonb_object_agg(locale, jsonb_build_object(
        'title', title, 'answer', answer, 'body', body, 'similar', to_jsonb(similar_questions),
        'keywords', to_jsonb(keywords), 'prepare', to_jsonb(prepare),
        'reviewedOn', to_char(reviewed_on, 'YYYY-MM-DD'))), '{}')
      from article_versions where article_id = articles.id)) as content
  from articles
), kept as (
  insert into article_revisions (article_id, number, content, made_at, why)
  select id, 1, content, at, 'published' from contents
)
insert into article_drafts (article_id, content, version, changed_at, kept_revision, live_revision, published_at)
select id, content, 1, at, 1, 1, at from contents;
