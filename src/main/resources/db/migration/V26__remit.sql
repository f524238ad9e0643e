-- Returns and remit disputes (退回与职责争议): which unit returned an appeal and why, and who settled whose it is. Rows are added,
-- never changed.
create table remit_return (
  id         bigint generated always as identity primary key,
  appeal     text        not null references appeal,
  round      integer     not null,
  unit       text        not null,
  at         timestamptz not null,
  person     text        not null,
  person_as  text        not null,
  -- A code of returns.yml.
  ground     text        not null,
  evidence   text        not null,
  -- Whether somebody had responded by then: it was the handling that was returned.
  responded  boolean     not null,
  -- The post that settles the dispute that it made; null if it made none.
  settled_by text,
  -- Each unit once in a round.
  unique (appeal, round, unit)
);
create table remit_settlement (
  appeal    text        not null references appeal,
  round     integer     not null,
  -- Whose it is.
  unit      text        not null,
  at        timestamptz not null,
  person    text        not null,
  person_as text        not null,
  reason    text        not null,
  primary key (appeal, round)
);
-- Whether a return turned out to be right; the last row counts.
create table remit_judgement (
  id       bigint generated always as identity primary key,
  returned bigint      not null references remit_return,
  appeal   text        not null references appeal,
  at       timestamptz not null,
  upheld   boolean     not null
);
create index remit_judgement_by_return on remit_judgement (returned, id);

do $$
declare
  name text;
begin
  foreach name in array array['remit_return', 'remit_settlement', 'remit_judgement'] loop
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

create index sla_ledger_by_return on sla_ledger (occurred_at, appeal) where kind = 'RETURNED';

-- A clock has one verdict for each time that it ran: it goes on after an acceptance that was none because the appeal was returned,
-- and that of the dispatcher may run again in the same round.
drop index sla_ledger_one_verdict;
create unique index sla_ledger_one_verdict on sla_ledger (appeal, clock, round, step) where kind in ('MET', 'BREACHED');
create function refuse_verdict_of_no_turn() returns trigger language plpgsql as $$
begin
  if new.step <> (select count(*) - 1 from sla_ledger l where l.appeal = new.appeal and l.clock = new.clock and l.round = new.round
      and l.kind in ('OPENED', 'ACCEPTANCE_VOID')) then
    raise exception 'A verdict on the % clock of % for a turn that it did not run', new.clock, new.appeal
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger sla_ledger_turns before insert on sla_ledger for each row
  when (new.kind in ('MET', 'BREACHED') and new.step > 0) execute function refuse_verdict_of_no_turn();
