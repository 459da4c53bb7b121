-- The glossary. A term is archived, never deleted, so that the sum of the versions rises with every change of any.
create table glossary_terms (
  id text primary key,
  words jsonb not null,               -- {"zh-CN": {"term", "aliases", "meaning"}, "en": {...}}
  version integer not null,           -- rises with every change: who saves names the one they read
  changed_at timestamptz not null,
  changed_by uuid references staff (id),
  archived_at timestamptz
);
