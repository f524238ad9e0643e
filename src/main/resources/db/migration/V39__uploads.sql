-- A connection breaks, and the same file comes again: it is the same attachment, not a second one. Null where whoever sent it named
-- no key; otherwise a digest of who he is, his key and the bytes, so that nothing of the three stands here.
alter table attachment add column sent text check (sent ~ '^[0-9a-f]{64}$');
create unique index attachment_sent_once on attachment (sent) where sent is not null;

-- A large film comes in parts over a poor network (断点续传): what is here of it, at whatever node it arrived. Once all of it is here it
-- becomes an attachment with the same id, and its parts go; what never ends goes when it expires (attachments.yml).
create table attachment_upload (
  id         uuid        primary key,
  length     bigint      not null check (length > 0),
  received   bigint      not null default 0 check (received between 0 and length),
  -- How the name ended, without the name.
  ending     text        not null,
  -- Null for a resident.
  person     text,
  begun_at   timestamptz not null,
  expires_at timestamptz not null,
  -- It is an attachment now.
  finished   boolean     not null default false
);
create index attachment_upload_by_end on attachment_upload (expires_at);

create table attachment_upload_part (
  upload uuid   not null references attachment_upload on delete cascade,
  -- Where it begins in the whole.
  at     bigint not null,
  bytes  bytea  not null,
  primary key (upload, at)
);
alter table attachment_upload_part alter column bytes set storage external;
