-- Sub-cases (分件): what was split from an appeal is an appeal of its own, with a unit, a tier and clocks of its own. It belongs to
-- the whole: no resident follows it, and whoever does not see the whole does not see it either.
alter table appeal add column parent text references appeal;
alter table appeal alter column tracking_code drop not null;
alter table appeal add constraint appeal_code_of_the_whole check ((parent is null) = (tracking_code is not null));
create index appeal_sub_cases on appeal (parent) where parent is not null;

-- One level and no circle, whoever writes: the whole is none itself, of the same locality, and stays the whole.
create function refuse_nested_sub_case() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' or not exists (select from appeal w
      where w.number = new.parent and w.parent is null and w.locality = new.locality and w.number <> new.number) then
    raise exception '% cannot be a sub-case of %', new.number, new.parent using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger appeal_sub_case_of_a_whole before insert on appeal for each row
  when (new.parent is not null) execute function refuse_nested_sub_case();
create trigger appeal_sub_case_stays before update of parent on appeal for each row
  when (new.parent is distinct from old.parent) execute function refuse_nested_sub_case();

-- One that is taken out (撤出): by whom and why. Rows are added, never changed.
create table sub_case_removal (
  appeal    text        primary key references appeal,
  at        timestamptz not null,
  -- Null for the system, which takes out what is left when the whole has ended.
  person    text,
  person_as text        not null,
  ground    text        not null
);
create trigger sub_case_removal_is_final before update or delete on sub_case_removal
  for each row execute function refuse_change();
create trigger sub_case_removal_stays before truncate on sub_case_removal
  for each statement execute function refuse_change();
alter table sub_case_removal enable row level security;
create policy not_about_the_reader on sub_case_removal using (
    (select coalesce(current_setting('minqing.reader', true), '')) = ''
    or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true);

-- Whom the whole is about its sub-cases are about.
create or replace function subjects_of(asked text) returns setof text language plpgsql stable security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
declare
  whole text := coalesce((select parent from appeal where number = asked), asked);
begin
  return query select person from appeal_subject where appeal in (asked, whole)
    union
    select m.user_id_::text from appeal_subject_post s
      join holding h on s.holding = h.group_id or s.holding = any (h.units)
      join act_id_membership m on m.group_id_ = h.group_id
    where s.appeal in (asked, whole);
end $$;

create or replace function about_reader() returns setof text language plpgsql stable security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
begin
  return query with named(number) as (
      select appeal from appeal_subject where person = current_setting('minqing.reader', true)
      union
      select s.appeal from act_id_membership m
        join holding h on h.group_id = m.group_id_
        join appeal_subject_post s on s.holding = h.group_id or s.holding = any (h.units)
      where m.user_id_ = current_setting('minqing.reader', true))
    select number from named
    union
    select a.number from appeal a join named on a.parent = named.number;
end $$;

-- As V23 has it; and a sub-case of what is confidential is as confidential, whatever its own table says: it is seen by those who
-- see the whole because of their post, and by whoever has work of either in hand.
create or replace function hidden_appeals() returns text[] language plpgsql stable security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
declare
  reader text := coalesce(current_setting('minqing.reader', true), '');
  held   text[] := string_to_array(coalesce(current_setting('minqing.in_hand', true), ''), ' ');
  mine   text[];
begin
  if reader = '' then
    return '{}';
  end if;
  mine := array(select group_id_ from act_id_membership where user_id_ = reader);
  return array(
    select about_reader()
    union
    select a.number from (
        select c.number, c.number as whole, c.locality, c.recorded_by from appeal c where c.track = 'confidential'
        union
        select s.number, c.number, s.locality, c.recorded_by from appeal c join appeal s on s.parent = c.number
        where c.track = 'confidential') a
      left join subject_naming n on n.appeal = a.whole
    where not (a.number = any (held) or a.whole = any (held))
      and a.recorded_by is distinct from reader
      and not exists (select from holding h
        where h.group_id = any (mine) and coalesce(h.locality, a.locality) = a.locality
          and (h.reads = 'first' or h.reads = 'named' and n.appeal is not null))
      -- Work that was given to him. Before the naming that is the naming itself, and what is late of it.
      and not exists (select from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
        where e.business_key_ in (a.number, a.whole)
          and (n.appeal is not null or t.task_def_key_ in ('userTask_nameSubject', 'userTask_superviseOverdue'))
          and (t.assignee_ = reader or t.assignee_ is null and exists (select from act_ru_identitylink l
            where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ = any (mine)))));
end $$;
