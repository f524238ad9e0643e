-- The grams of what is told of each appeal (title, the resident's words, the latest summary): by them it is found and compared. Made by
-- the program, so that no extension and no locale of the database decides what is found. As personal as appeal_original.
create table appeal_words (
  appeal   text   primary key references appeal,
  locality text   not null,
  -- Each once.
  grams    text[] not null
);
-- A hundred keys for each appeal: they are put in order a little at a time, so that no registration waits long for it.
create index appeal_words_by_gram on appeal_words using gin (grams) with (gin_pending_list_limit = 512);
create index appeal_words_by_locality on appeal_words (locality, appeal);

-- As V23 has it under every table that knows of an appeal.
alter table appeal_words enable row level security;
create policy not_about_the_reader on appeal_words using (
  (select coalesce(current_setting('minqing.reader', true), '')) = ''
  or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true);

-- Numbers of the appeals of a locality that have any of these grams, those that have most of them first: open ones, and those that
-- ended with a result a short time ago. What is hidden from the reader is left out here, too: under the policy alone no index could be
-- used, for it must be asked before an operator that might tell what it sees.
create function appeals_like(place text, wanted text[], told_from timestamptz, told_to timestamptz, ended_from timestamptz, most integer)
  returns setof text language plpgsql stable security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  return query select w.appeal from appeal_words w join appeal a on a.number = w.appeal
    where w.grams && wanted and w.locality = place
      and a.submitted_at <= told_to and a.parent is null and a.track is distinct from 'confidential'
      and (a.closed_at is null and a.submitted_at >= told_from
        or a.closed_at > ended_from and a.status in ('CLOSED', 'CLOSED_UNANSWERED'))
      and (w.appeal in (select unnest(hidden_appeals()))) is not true
    order by cardinality(array(select unnest(w.grams) intersect select unnest(wanted))) desc, a.submitted_at desc, w.appeal
    limit most;
end $$;
