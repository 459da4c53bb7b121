-- Public keys that transcripts are or were signed with, of every node; private ones stay in the data folder of their node.
create table signing_keys (
  kid text primary key,
  public_key jsonb not null,
  created_at timestamptz not null
);
