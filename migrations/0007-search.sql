-- What was written, by the words in it: Chinese by single characters and pairs, other scripts by words. Filled by a
-- reader of the log. `pos` is the event's place in the whole log, so newest first is one walk along the key.
create table message_words (
  pos bigint primary key,
  conversation_id uuid not null,
  seq integer not null,
  words tsvector not null
);
create index message_words_by_word on message_words using gin (words) with (fastupdate = on);

alter table customers add column words tsvector not null default '';
create index customers_by_word on customers using gin (words);
