-- Where an appeal stands that was taken down from a book or out of a group chat: the book, the page and the line.
create table appeal_source (
  appeal text primary key references appeal,
  book   text not null,
  page   text,
  line   int  not null check (line > 0)
);

do $$
begin
  create trigger appeal_source_is_final before update or delete on appeal_source for each row execute function refuse_change();
  create trigger appeal_source_stays before truncate on appeal_source for each statement execute function refuse_change();
  -- As V23 has it under every table that knows of an appeal.
  alter table appeal_source enable row level security;
  create policy not_about_the_reader on appeal_source using (
    (select coalesce(current_setting('minqing.reader', true), '')) = ''
    or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true);
end $$;
