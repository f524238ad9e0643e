-- Appeals that are taken confidentially: who is complained about, who may see them, and how a resident is asked who keeps his name
-- to himself.

-- The posts as the files of the localities have them, with what confidential.yml lets them see. Written at every start.
create table holding (
  group_id text primary key,
  -- Null for those who work in none.
  locality text,
  -- The unit that holds the post, and those above it.
  units    text[] not null,
  -- 'first': before anybody else; 'named': once it is known whom it is about; null: only what was given to it.
  reads    text check (reads in ('first', 'named'))
);

-- In the resident's own words, before anybody has made sure. Only who names the subject reads it.
create table appeal_accused (
  appeal  text primary key references appeal,
  accused text not null
);

-- Whom an appeal is about where it is no single person: all who hold that post, or a post of that unit or below it, now or later.
create table appeal_subject_post (
  appeal   text        not null references appeal,
  -- A group of a post, or a code of a unit.
  holding  text        not null,
  named_by text        not null,
  named_at timestamptz not null,
  primary key (appeal, holding)
);

-- It was found out whom a confidential appeal is about. Until then nobody sees it but those who find out.
create table subject_naming (
  appeal   text        primary key references appeal,
  named_by text        not null,
  named_at timestamptz not null,
  -- Why nobody who works here is concerned; null where somebody was named.
  reason   text
);

-- What somebody wants to know of the resident, and what he said: himself, or to whoever called him.
create table resident_question (
  id       bigint generated always as identity primary key,
  appeal   text        not null references appeal,
  asked_by text        not null,
  asked_as text        not null,
  asked_at timestamptz not null,
  question text        not null
);
create index resident_question_by_appeal on resident_question (appeal, id);
create table resident_answer (
  question    bigint      primary key references resident_question,
  appeal      text        not null references appeal,
  -- Null for the resident himself.
  answered_by text,
  answered_as text        not null,
  answered_at timestamptz not null,
  answer      text        not null
);

create index appeal_confidential on appeal (number) where track = 'confidential';

-- User ids of all whom an appeal is about.
create function subjects_of(asked text) returns setof text language plpgsql stable security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
begin
  return query select person from appeal_subject where appeal = asked
    union
    select m.user_id_::text from appeal_subject_post s
      join holding h on s.holding = h.group_id or s.holding = any (h.units)
      join act_id_membership m on m.group_id_ = h.group_id
    where s.appeal = asked;
end $$;

-- Numbers of those that are about the reader, whatever they are about.
create function about_reader() returns setof text language plpgsql stable security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
begin
  return query select appeal from appeal_subject where person = current_setting('minqing.reader', true)
    union
    select s.appeal from act_id_membership m
      join holding h on h.group_id = m.group_id_
      join appeal_subject_post s on s.holding = h.group_id or s.holding = any (h.units)
    where m.user_id_ = current_setting('minqing.reader', true);
end $$;

-- Numbers of the appeals that the reader does not see: those about himself, and confidential ones that are not his to know of.
-- What he has in hand he sees until his transaction ends, whatever he does with it: minqing.in_hand holds the numbers.
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
    select a.number from appeal a left join subject_naming n on n.appeal = a.number
    where a.track = 'confidential'
      and not a.number = any (held)
      and a.recorded_by is distinct from reader
      and not exists (select from holding h
        where h.group_id = any (mine) and coalesce(h.locality, a.locality) = a.locality
          and (h.reads = 'first' or h.reads = 'named' and n.appeal is not null))
      -- Work that was given to him. Before the naming that is the naming itself, and what is late of it.
      and not exists (select from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
        where e.business_key_ = a.number
          and (n.appeal is not null or t.task_def_key_ in ('userTask_nameSubject', 'userTask_superviseOverdue'))
          and (t.assignee_ = reader or t.assignee_ is null and exists (select from act_ru_identitylink l
            where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ = any (mine)))));
end $$;

-- When the first of them came; null if there is none.
create function hidden_since() returns timestamptz language plpgsql stable security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
begin
  return (select min(submitted_at) from appeal where number = any (hidden_appeals()));
end $$;

-- What these people have taken, for an administrator who closes an account or moves somebody: no task may stay behind in a hand that
-- is gone. Names of tasks and posts, nothing of the appeals; and he has them in hand, to give them back.
create function tasks_held_by(people text[]) returns table (id_ text, assignee_ text, name_ text, groups text[])
  language plpgsql security definer set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
#variable_conflict use_column
begin
  perform set_config('minqing.in_hand', concat_ws(' ', current_setting('minqing.in_hand', true), (
    select string_agg(distinct e.business_key_, ' ') from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
    where t.assignee_ = any (people))), true);
  return query select t.id_::text, t.assignee_::text, t.name_::text,
      array(select l.group_id_::text from act_ru_identitylink l
        where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null order by 1)
    from act_ru_task t where t.assignee_ = any (people)
      and not exists (select from act_ru_execution e where e.id_ = t.proc_inst_id_ and e.business_key_ in (select about_reader()))
    order by t.create_time_, t.id_;
end $$;

-- As many as are hidden now from most people cannot be compared one by one: each policy asks a table of them instead of a list.
do $$
declare
  p record;
  n record;
begin
  for p in select tablename, qual from pg_policies where schemaname = '${flyway:defaultSchema}' and policyname = 'not_about_the_reader' loop
    select case when p.qual like '%hidden_tasks()%' then 'hidden_tasks' when p.qual like '%hidden_processes()%' then 'hidden_processes'
        else 'hidden_appeals' end as hidden,
      case when p.tablename = 'act_ru_authorization' then 'case when resource_type_ = 7 then resource_id_ end'
        else substring(p.qual from '(\w+)\)?(?:::text)? = ANY') end as which into n;
    if n.which is null then
      raise exception 'The policy of % reads otherwise than expected: %', p.tablename, p.qual;
    end if;
    execute format('alter policy not_about_the_reader on %I using ('
      || '(select coalesce(current_setting(''minqing.reader'', true), '''')) = '''' '
      || 'or (%s in (select unnest(%I()))) is not true)', p.tablename, n.which, n.hidden);
  end loop;
  for n in select unnest(array['appeal_accused', 'appeal_subject_post', 'subject_naming', 'resident_question', 'resident_answer']) as name loop
    execute format('alter table %I enable row level security', n.name);
    execute format('create policy not_about_the_reader on %I using ('
      || '(select coalesce(current_setting(''minqing.reader'', true), '''')) = '''' '
      || 'or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true)', n.name);
  end loop;
end $$;
