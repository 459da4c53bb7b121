-- A file out of which something secret is being taken: from then on nobody is served it, and soon it is destroyed. Null: in use.
alter table attachments add column withdrawn_at timestamptz;
create index attachments_withdrawn on attachments (withdrawn_at) where withdrawn_at is not null;
