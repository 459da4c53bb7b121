-- Whom a company's own site says is signed in. The subject itself is not kept: only its digest is compared.
alter table customers
  add column subject_hash bytea unique,
  add column signed_out_at timestamptz; -- what the site signed before that is refused
