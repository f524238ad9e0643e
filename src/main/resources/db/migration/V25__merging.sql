-- Several residents tell of one matter: each keeps his own appeal and code, and it is handled as one of them, the original.
create index appeal_merged_into on appeal (merged_into) where merged_into is not null;

-- A reporter takes his part back, and the matter goes on for the others. The original's own reporter is one of them.
create table reporter_withdrawal (
  appeal   text        primary key references appeal,
  -- As what it was handled then.
  original text        not null references appeal,
  at       timestamptz not null
);
create trigger reporter_withdrawal_is_final before update or delete on reporter_withdrawal
  for each row execute function refuse_change();
create trigger reporter_withdrawal_stays before truncate on reporter_withdrawal for each statement execute function refuse_change();
-- As V23 has it under every table that knows of an appeal.
alter table reporter_withdrawal enable row level security;
create policy not_about_the_reader on reporter_withdrawal using (
  (select coalesce(current_setting('minqing.reader', true), '')) = ''
  or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true);

-- Every reporter rates for himself: of a merged appeal the result of the original, once in each of its rounds.
alter table rating
  -- Null where the appeal itself had the result.
  add column original text references appeal;
alter table rating drop constraint rating_pkey;
create unique index rating_once on rating (appeal, coalesce(original, appeal), round);
create index rating_of_original on rating (original, round) where original is not null;

-- An appeal and all that were merged into it, also by way of others.
create function reporters_of(asked text) returns setof text language sql stable as $$
  with recursive part as (
    select asked as number
    union
    select a.number from appeal a join part p on a.merged_into = p.number)
  select number from part
$$;

-- How many residents stand behind it: those who took their part back are not counted.
create function voices_of(asked text) returns integer language sql stable as $$
  select count(*)::integer from reporters_of(asked) as part(number)
  where not exists (select from reporter_withdrawal w where w.appeal = part.number)
$$;

-- Who is complained about in one of them sees none of them, whenever it was found out.
create function about_the_matter(one text, other text) returns void language plpgsql security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
begin
  insert into appeal_subject (appeal, person, named_by, named_at)
    select other, person, named_by, named_at from appeal_subject where appeal = one on conflict do nothing;
  insert into appeal_subject_post (appeal, holding, named_by, named_at)
    select other, holding, named_by, named_at from appeal_subject_post where appeal = one on conflict do nothing;
end $$;
create function merged_is_about() returns trigger language plpgsql security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
begin
  perform about_the_matter(new.number, new.merged_into);
  perform about_the_matter(new.merged_into, new.number);
  return null;
end $$;
create trigger merged_is_about after update of merged_into on appeal
  for each row when (new.merged_into is not null and old.merged_into is null) execute function merged_is_about();
create function subject_is_told_on() returns trigger language plpgsql security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
declare
  part text;
begin
  for part in select number from appeal where merged_into = new.appeal
      union select merged_into from appeal where number = new.appeal and merged_into is not null loop
    perform about_the_matter(new.appeal, part);
  end loop;
  return null;
end $$;
create trigger subject_is_told_on after insert on appeal_subject for each row execute function subject_is_told_on();
create trigger subject_is_told_on after insert on appeal_subject_post for each row execute function subject_is_told_on();

-- Found to be confidential later, it takes those along that were merged into it.
create function confidential_takes_along() returns trigger language plpgsql security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
begin
  update appeal set track = new.track, track_name = new.track_name
    where merged_into = new.number and track <> new.track;
  return null;
end $$;
create trigger confidential_takes_along after update of track on appeal
  for each row when (new.track = 'confidential' and old.track is distinct from 'confidential') execute function confidential_takes_along();
