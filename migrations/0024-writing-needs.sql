-- Where it was said that an article did not help: below the article, or of the automatic answer in a chat.
alter table article_reasons add column via text not null default 'article' check (via in ('article', 'chat'));
create index article_reasons_by_time on article_reasons (said_at);
