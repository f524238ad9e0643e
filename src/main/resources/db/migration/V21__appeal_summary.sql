-- What handlers work by, beside what the resident said. Written anew as often as needed, and no version is lost.
create table appeal_summary (
  appeal     text        not null references appeal,
  version    integer     not null check (version > 0),
  text       text        not null,
  written_by text        not null,
  written_as text        not null,
  written_at timestamptz not null,
  primary key (appeal, version)
);
create trigger appeal_summary_is_final before update or delete on appeal_summary for each row execute function refuse_change();
create trigger appeal_summary_stays before truncate on appeal_summary for each statement execute function refuse_change();

-- As V17 does it under every table that knows of an appeal.
alter table appeal_summary enable row level security;
create policy not_about_the_reader on appeal_summary using (
    (select coalesce(current_setting('minqing.reader', true), '')) = ''
    or (appeal = any ((select hidden_appeals())::text[])) is not true) with check (true);

-- The title is the resident's own words as well: what stands beside it in the row changes, it does not.
create trigger appeal_title_is_final before update of title on appeal for each row execute function refuse_change();
