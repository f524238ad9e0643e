-- A wrong judgement is mended (更正研判): what it was, what it became, who says so and why. Rows are added, never changed: what
-- was once decided stays readable. Before and after are codes and answers of the decision tables.
create table appeal_correction (
  id        bigint generated always as identity primary key,
  appeal    text        not null references appeal,
  round     integer     not null,
  at        timestamptz not null,
  person    text        not null,
  person_as text        not null,
  reason    text        not null,
  before    jsonb       not null,
  after     jsonb       not null
);
create index appeal_correction_by_appeal on appeal_correction (appeal, id);

-- What became of it: it took effect, it waits for another person, who granted or refused its longer limits, or it lapsed.
create table appeal_correction_step (
  id         bigint generated always as identity primary key,
  correction bigint      not null references appeal_correction,
  appeal     text        not null references appeal,
  step       text        not null check (step in ('applied', 'asked', 'granted', 'refused', 'lapsed')),
  at         timestamptz not null,
  person     text,
  words      text        not null,
  unique (correction, step)
);
create index appeal_correction_step_by_appeal on appeal_correction_step (appeal, id);
-- It is answered once.
create unique index appeal_correction_one_answer on appeal_correction_step (correction) where step in ('granted', 'refused', 'lapsed');

create trigger appeal_correction_is_final before update or delete on appeal_correction
  for each row execute function refuse_change();
create trigger appeal_correction_stays before truncate on appeal_correction for each statement execute function refuse_change();
create trigger appeal_correction_step_is_final before update or delete on appeal_correction_step
  for each row execute function refuse_change();
create trigger appeal_correction_step_stays before truncate on appeal_correction_step
  for each statement execute function refuse_change();

-- As V17 has it under every table that knows of an appeal.
alter table appeal_correction enable row level security;
create policy not_about_the_reader on appeal_correction using (
  (select coalesce(current_setting('minqing.reader', true), '')) = ''
  or (appeal = any ((select hidden_appeals())::text[])) is not true) with check (true);
alter table appeal_correction_step enable row level security;
create policy not_about_the_reader on appeal_correction_step using (
  (select coalesce(current_setting('minqing.reader', true), '')) = ''
  or (appeal = any ((select hidden_appeals())::text[])) is not true) with check (true);

-- From when a clock counts, if not from when it was opened, and what it was before each correction.
alter table sla_clock
  add column counted_from timestamptz,
  add column retimings    jsonb not null default '[]';
