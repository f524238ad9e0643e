-- Review by the level above (复查、复核) of what has ended. Rows are added, never changed. Reasons and opinions stand here alone, and
-- never in the engine.

-- Whether and until when it may be asked for, as the resident was told when he had the opinion.
create table review_right (
  id       bigint generated always as identity primary key,
  appeal   text        not null references appeal,
  round    integer     not null,
  stage    text        not null check (stage in ('firstReview', 'finalReview')),
  -- When he had the opinion.
  at       timestamptz not null,
  -- Why there is no such review; empty where there is.
  why_not  text        not null,
  -- The first moment that is too late.
  until_at timestamptz check ((until_at is null) = (why_not <> ''))
);
create index review_right_by_appeal on review_right (appeal, round, stage, id);

create table review_request (
  id       bigint generated always as identity primary key,
  -- The matter, and the appeal of whoever asks: the same, unless he told of it after others.
  appeal   text        not null references appeal,
  round    integer     not null,
  stage    text        not null check (stage in ('firstReview', 'finalReview')),
  reporter text        not null references appeal,
  -- Null for the resident himself.
  asked_by text,
  asked_as text        not null,
  asked_at timestamptz not null,
  reason   text        not null,
  outside  boolean     not null,
  -- The unit that makes it, or who receives it outside.
  receiver text        not null,
  -- Code of the unit here that makes it, or passes it on and hears what became of it.
  unit     text        not null
);
create index review_request_by_appeal on review_request (appeal, id);
create index review_request_by_reporter on review_request (reporter);

create table review_step (
  id        bigint generated always as identity primary key,
  request   bigint      not null references review_request,
  appeal    text        not null references appeal,
  step      text        not null check (step in ('hearing', 'passedOn', 'withdrawn')),
  at        timestamptz not null,
  person    text,
  person_as text        not null,
  words     text        not null,
  -- The end of the day of the hearing, or of the one that was promised.
  until_at  timestamptz check ((until_at is null) = (step = 'withdrawn'))
);
create index review_step_by_request on review_step (request, id);
create index review_step_by_appeal on review_step (appeal, id);
create index review_passed_on on review_step (request) where step = 'passedOn';
-- It is passed on once, and taken back once.
create unique index review_step_once on review_step (request, step) where step <> 'hearing';

create table review_answer (
  request   bigint      primary key references review_request,
  appeal    text        not null references appeal,
  person    text        not null,
  person_as text        not null,
  at        timestamptz not null,
  outcome   text        not null check (outcome in ('upheld', 'changed', 'setAside')),
  opinion   text        not null
);
create index review_answer_by_appeal on review_answer (appeal);

do $$
declare
  name text;
begin
  foreach name in array array['review_right', 'review_request', 'review_step', 'review_answer'] loop
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
