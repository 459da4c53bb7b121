-- Pictures in articles. The bytes lie in the file store under the id. They are kept for good: a revision may show them.
create table article_pictures (
  id uuid primary key,
  type text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  added_at timestamptz not null,
  added_by uuid references staff (id)
);

-- The articles that a working copy links to, so that those it would lead nowhere can be listed.
alter table article_drafts add column leads_to text[] not null default '{}';
update article_drafts set leads_to = array(
  select distinct (regexp_matches(content::text, '\]\(/help/[a-z0-9-]+/([a-z0-9-]+)', 'g'))[1]
  union select jsonb_array_elements_text(content -> 'related'));
