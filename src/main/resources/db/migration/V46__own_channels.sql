-- Of what he does not want to be told by a channel of his own, such as dueSoon.sms; never of danger.
alter table notice_setting add column silenced text[] not null default '{}';

-- Where the browser of somebody of staff lets itself be told through the push service of its maker (手机推送).
create table push_browser (
  id        bigint      generated always as identity primary key,
  person    text        not null,
  -- Whose key the browser was given.
  locality  text        not null,
  key       text        not null,
  -- An address outside; whoever knows it and has our key can make that telephone ring.
  endpoint  text        not null unique,
  -- By them the browser alone reads what is sent: RFC 8291, in Base64 for addresses.
  p256dh    text        not null,
  auth      text        not null,
  -- SHA-256 of the token that this browser has as a cookie: signing out ends it.
  browser   text        not null,
  made_at   timestamptz not null
);
create index push_browser_of_person on push_browser (person, id);
create index push_browser_of_browser on push_browser (browser);
