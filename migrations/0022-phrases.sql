-- What a customer chose to know our letters by, for each address that letters go to.
create table letter_phrases (
  email text primary key check (email = lower(email)),
  phrase text not null,
  set_at timestamptz not null
);
-- What a code that was sent is good for; a code for one thing opens no other.
alter table claim_codes add column purpose text not null default 'history' check (purpose in ('history', 'phrase'));
