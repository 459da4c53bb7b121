-- The words of a message now also say in which part of the log it stands, so that the index can be asked for one part
-- after another. What was indexed before is read again from the log.
truncate message_words;
delete from log_cursors where reader = 'search';
