-- What was written is kept by parts of the log, each a table with an index of words of its own: whatever is asked, one
-- part after another answers, and none of them walks through the words of the whole history. What was indexed before is
-- read again from the log.
drop table message_words;
create table message_words (
  pos bigint primary key,
  conversation_id uuid not null,
  seq integer not null,
  words tsvector not null
) partition by range (pos);
create index message_words_by_word on message_words using gin (words) with (fastupdate = on);
delete from log_cursors where reader = 'search';
