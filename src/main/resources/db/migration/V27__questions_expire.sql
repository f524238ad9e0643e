-- A question to a resident does not wait for ever: from a moment on he can no longer answer, and whoever asked is told.

-- Those who were asked before there was a limit have a week from now.
alter table resident_question add column expires_at timestamptz not null default now() + interval '7 days';
alter table resident_question alter column expires_at drop default;
-- The resolve clock was asked to stand still while it waits; whether it does is decided by limit-change.dmn and another person.
alter table resident_question add column pause boolean not null default false;

-- It was not answered: the time was over, or the appeal ended before.
create table resident_question_end (
  question bigint      primary key references resident_question,
  appeal   text        not null references appeal,
  ended_at timestamptz not null,
  outcome  text        not null check (outcome in ('expired', 'lapsed'))
);

do $$
declare
  n text;
begin
  foreach n in array array['resident_question', 'resident_answer', 'resident_question_end'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', n || '_is_final', n);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', n || '_stays', n);
  end loop;
end $$;

-- As V23 does it under every table that knows of an appeal.
alter table resident_question_end enable row level security;
create policy not_about_the_reader on resident_question_end using (
    (select coalesce(current_setting('minqing.reader', true), '')) = ''
    or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true);
