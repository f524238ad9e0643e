-- Which version of privacy-notice.yml a resident was shown before he left name or phone; null where none was, as on the phone.
alter table appeal_contact add column notice text;

-- What a resident added to his own words while they were handled (居民补充). Rows are added, never changed.
create table appeal_addition (
  id     bigint      generated always as identity primary key,
  appeal text        not null references appeal,
  at     timestamptz not null,
  words  text        not null
);
create index appeal_addition_by_appeal on appeal_addition (appeal, id);
create trigger appeal_addition_is_final before update or delete on appeal_addition for each row execute function refuse_change();
create trigger appeal_addition_stays before truncate on appeal_addition for each statement execute function refuse_change();
-- As V23 has it under every table that knows of an appeal.
alter table appeal_addition enable row level security;
create policy not_about_the_reader on appeal_addition using (
  (select coalesce(current_setting('minqing.reader', true), '')) = ''
  or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true);
