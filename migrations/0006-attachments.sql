-- Files that were sent in. The bytes lie in the file store under the id; a picture has a second entry, its thumbnail.
create table attachments (
  id uuid primary key,
  owner_party text not null check (owner_party in ('customer', 'staff')),
  owner_id uuid not null,
  conversation_id uuid,               -- null until a message carries it; uploads nobody sent are swept
  internal boolean not null default false,  -- carried by notes only: never shown to the customer
  name text not null,
  type text not null,
  bytes integer not null,
  width integer,
  height integer,
  uploaded_at timestamptz not null,
  stored_at timestamptz,              -- null while the bytes are being written
  attached_at timestamptz
);
create index attachments_unattached on attachments (uploaded_at) where conversation_id is null;
create index attachments_of_conversation on attachments (conversation_id) where conversation_id is not null;
