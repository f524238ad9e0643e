-- What somebody heard in a voice message or a film (听写), as personal as what the resident wrote. The newest of a file counts; rows
-- are added, never changed.
create table attachment_words (
  id         bigint      generated always as identity primary key,
  attachment uuid        not null references attachment,
  appeal     text        not null references appeal,
  at         timestamptz not null,
  person     text        not null,
  person_as  text        not null,
  words      text        not null
);
create index attachment_words_by_attachment on attachment_words (attachment, id);
create index attachment_words_by_appeal on attachment_words (appeal, id);
create trigger attachment_words_is_final before update or delete on attachment_words for each row execute function refuse_change();
create trigger attachment_words_stays before truncate on attachment_words for each statement execute function refuse_change();
-- As V23 has it under every table that knows of an appeal.
alter table attachment_words enable row level security;
create policy not_about_the_reader on attachment_words using (
  (select coalesce(current_setting('minqing.reader', true), '')) = ''
  or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true);
