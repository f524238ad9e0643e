-- Lead and co-handlers (主办与会办). What a post was asked, what it answered, and what came of it otherwise; and who sat together with
-- the lead from outside. Rows are added, never changed. The words stand here alone, and never in the engine.
create table joint_request (
  id           bigint generated always as identity primary key,
  appeal       text        not null references appeal,
  round        integer     not null,
  -- Group of the post that is asked.
  holding      text        not null,
  -- Null where a decision table asks.
  asked_by     text,
  asked_as     text        not null,
  asked_at     timestamptz not null,
  -- What the lead wants to know; null where the table asks for an opinion on the matter.
  question     text,
  due_at       timestamptz not null,
  -- So long after it was asked or reminded of it may be reminded of again; ISO 8601, as the table had it.
  remind_every text        not null
);
create index joint_request_by_appeal on joint_request (appeal, id);

create table joint_opinion (
  request   bigint      primary key references joint_request,
  appeal    text        not null references appeal,
  person    text        not null,
  person_as text        not null,
  at        timestamptz not null,
  position  text        not null check (position in ('agreed', 'needs', 'notOurs')),
  opinion   text        not null,
  figure    text
);
create index joint_opinion_by_appeal on joint_opinion (appeal);

create table joint_step (
  id        bigint generated always as identity primary key,
  request   bigint      not null references joint_request,
  appeal    text        not null references appeal,
  -- 'released' by a person, 'lapsed' because it is needed no more.
  step      text        not null check (step in ('reminded', 'overdue', 'released', 'lapsed')),
  at        timestamptz not null,
  person    text,
  person_as text        not null,
  words     text        not null
);
create index joint_step_by_request on joint_step (request, id);
create index joint_step_by_appeal on joint_step (appeal);
-- It ends once.
create unique index joint_step_one_end on joint_step (request) where step in ('released', 'lapsed');

create table consultation (
  id          bigint generated always as identity primary key,
  appeal      text        not null references appeal,
  round       integer     not null,
  person      text        not null,
  person_as   text        not null,
  recorded_at timestamptz not null,
  held_at     timestamptz not null,
  -- Organisations and roles, no names.
  took_part   text        not null,
  outcome     text        not null
);
create index consultation_by_appeal on consultation (appeal, id);

do $$
declare
  name text;
begin
  foreach name in array array['joint_request', 'joint_opinion', 'joint_step', 'consultation'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
      name || '_is_final', name);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
      name || '_stays', name);
    -- As V23 has it under every table that knows of an appeal.
    execute format('alter table %I enable row level security', name);
    execute format('create policy not_about_the_reader on %I using ('
      || '(select coalesce(current_setting(''minqing.reader'', true), '''')) = '''' '
      || 'or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true)', name);
  end loop;
end $$;
