-- The yearly files of holidays and working weekends, as they were when deadlines were counted by them. A corrected file is
-- another row: the latest of a year counts, on all nodes.
create table working_calendar (
  id          bigint generated always as identity primary key,
  year        integer     not null,
  digest      text        not null,
  content     text        not null,
  recorded_at timestamptz not null,
  unique (year, digest)
);
create trigger working_calendar_is_final before update or delete on working_calendar for each row execute function refuse_change();
create trigger working_calendar_stays before truncate on working_calendar for each statement execute function refuse_change();
