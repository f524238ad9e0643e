-- What came of an appeal: what proves it, what the resident is asked, and works that are planned (挂账) until they are done.

-- What the table of outcomes said when the result was reported. After a plan there is a second result in the same round.
create table outcome (
  appeal      text        not null references appeal,
  round       integer     not null,
  outcome     text        not null,
  question    text        not null check (question in ('solved', 'accept', 'none')),
  after_no    text        not null check (after_no in ('redo', 'review', 'keep')),
  review_post text        not null,
  at          timestamptz not null,
  primary key (appeal, round, outcome)
);

-- What can be checked of it. A witness is a person: who he is and how to reach him stands here and nowhere else.
create table outcome_evidence (
  id      bigint generated always as identity primary key,
  appeal  text        not null references appeal,
  round   integer     not null,
  outcome text        not null,
  kind    text        not null check (kind in ('witness', 'figure', 'document')),
  -- Name of the witness; what was measured; number of the document or photo, and where it is kept.
  what    text        not null,
  amount  numeric,
  unit    text,
  -- How to reach the witness.
  reach   text,
  at      timestamptz not null,
  check ((kind = 'witness') = (reach is not null)),
  check ((kind = 'figure') = (amount is not null and unit is not null))
);
create index outcome_evidence_by_appeal on outcome_evidence (appeal, id);

-- To whom it was passed on, and what that body promised.
create table outcome_transfer (
  id         bigint generated always as identity primary key,
  appeal     text        not null references appeal,
  round      integer     not null,
  receiver   text        not null,
  promise    text        not null,
  promise_by date        not null,
  at         timestamptz not null
);
create index outcome_transfer_by_appeal on outcome_transfer (appeal, id);

-- Works that were promised. How often the resident hears of them, and who supervises that, a table says right after.
create table plan (
  appeal         text        not null references appeal,
  round          integer     not null,
  words          text        not null,
  unit           text        not null,
  made_by        text        not null,
  made_as        text        not null,
  made_at        timestamptz not null,
  feedback_every text,
  post           text,
  primary key (appeal, round)
);

-- What happened to it. The date that holds, the next feedback and review follow from these rows.
create table plan_step (
  id      bigint generated always as identity primary key,
  appeal  text        not null references appeal,
  round   integer     not null,
  step    text        not null check (step in ('made', 'heard', 'missed', 'reviewDue', 'overdue', 'reviewed', 'moveAsked',
                        'endAsked', 'granted', 'refused', 'ended')),
  at      timestamptz not null,
  -- Null for the system.
  person    text,
  person_as text,
  -- The date promised or asked for; the day that was missed.
  day     date,
  -- When somebody looks at it next.
  review  date,
  outcome text,
  words   text,
  foreign key (appeal, round) references plan
);
create index plan_step_by_appeal on plan_step (appeal, id);
create unique index plan_step_one_end on plan_step (appeal, round) where step = 'ended';

-- Which result was rated, and what the resident was asked. Until now everybody was asked whether it is solved.
alter table rating
  add column outcome  text not null default '',
  add column question text not null default 'solved' check (question in ('solved', 'accept'));
update rating r set outcome = a.outcome from appeal a
  where a.number = coalesce(r.original, r.appeal) and a.round = r.round and a.outcome is not null;
drop index rating_once;
create unique index rating_once on rating (appeal, coalesce(original, appeal), round, outcome);

do $$
declare
  t text;
begin
  foreach t in array array['outcome', 'outcome_evidence', 'outcome_transfer', 'plan', 'plan_step'] loop
    if t <> 'plan' then
      execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', t || '_is_final', t);
    end if;
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', t || '_stays', t);
    -- As V23 has it under every table that knows of an appeal.
    execute format('alter table %I enable row level security', t);
    execute format('create policy not_about_the_reader on %I using ('
      || '(select coalesce(current_setting(''minqing.reader'', true), '''')) = '''' '
      || 'or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true)', t);
  end loop;
end $$;
