-- Where the page is that asked for the ticket, as the proxies say: a socket itself shows only the nearest of them.
alter table socket_tickets add column ip text not null default '';
