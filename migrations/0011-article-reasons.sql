-- Why an article did not help: what an editor mends it by. Written below the article, at a limited pace.
create table article_reasons (
  id bigint generated always as identity primary key,
  article_id text not null references articles (id) on delete cascade,
  locale text not null,
  said_at timestamptz not null,
  why text not null check (why in ('outdated', 'unclear', 'case', 'failed', 'person')),
  question text                 -- what the reader had asked, guarded; null when they came by another way
);
create index article_reasons_of_article on article_reasons (article_id, said_at);
