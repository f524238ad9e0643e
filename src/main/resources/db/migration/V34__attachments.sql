-- Photos, voice messages, videos and documents (附件). What an appeal has taken up is never changed; what none took up dies after
-- a day (attachments.yml).
create table attachment (
  id          uuid        primary key,
  kind        text        not null check (kind in ('photo', 'voice', 'video', 'document')),
  type        text        not null,
  bytes       bigint      not null check (bytes > 0),
  -- Of the bytes that are kept, and of each piece of them in turn, 32 bytes each: what is read is compared.
  sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  pieces      bytea       not null,
  -- The small one of a photo; null of everything else.
  small_bytes bigint,
  small_pieces bytea,
  width       integer     not null,
  height      integer     not null,
  at          timestamptz not null,
  -- Null for a resident.
  person      text,
  appeal      text        references appeal,
  use         text        check (use in ('filed', 'added', 'before', 'after', 'evidence')),
  taken_at    timestamptz,
  -- In this order they are shown.
  seq         bigint generated always as identity,
  check ((appeal is null) = (use is null) and (appeal is null) = (taken_at is null))
);
create index attachment_by_appeal on attachment (appeal, taken_at, seq) where appeal is not null;
create index attachment_unused on attachment (at) where appeal is null;

create table attachment_piece (
  attachment uuid    not null references attachment,
  part       text    not null check (part in ('whole', 'small')),
  number     integer not null,
  bytes      bytea   not null,
  primary key (attachment, part, number)
);
-- JPEG and films do not become smaller by being pressed once more.
alter table attachment_piece alter column bytes set storage external;

-- Who decided that nobody sees one any more, and why.
create table attachment_hiding (
  attachment uuid        primary key references attachment,
  appeal     text        not null references appeal,
  at         timestamptz not null,
  person     text        not null,
  person_as  text        not null,
  reason     text        not null
);
create trigger attachment_hiding_is_final before update or delete on attachment_hiding for each row execute function refuse_change();
create trigger attachment_hiding_stays before truncate on attachment_hiding for each statement execute function refuse_change();

-- Once taken up it stays as it is.
create trigger attachment_taken_is_final before update or delete on attachment
  for each row when (old.appeal is not null) execute function refuse_change();
create trigger attachment_stays before truncate on attachment for each statement execute function refuse_change();

create function refuse_change_of_taken_piece() returns trigger language plpgsql as $$
begin
  if exists (select from attachment where id = old.attachment and appeal is not null) then
    raise exception '% is final', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger attachment_piece_taken_is_final before update or delete on attachment_piece
  for each row execute function refuse_change_of_taken_piece();
create trigger attachment_piece_stays before truncate on attachment_piece for each statement execute function refuse_change();

-- As V23 has it under every table that knows of an appeal.
do $$
declare
  name text;
begin
  foreach name in array array['attachment', 'attachment_hiding'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy not_about_the_reader on %I using ('
      || '(select coalesce(current_setting(''minqing.reader'', true), '''')) = '''' '
      || 'or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true)', name);
  end loop;
end $$;
