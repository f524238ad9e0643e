-- A clock keeps what it may use and what did not count; warn_at and due_at are derived from that and can be narrated.
alter table sla_clock
  add column calendar     text    not null default 'running',
  add column extensions   jsonb   not null default '[]',
  add column suspensions  jsonb   not null default '[]',
  -- Digest of the working calendar it was derived from.
  add column basis        text    not null default '',
  add column warned       boolean not null default false,
  add column rung         integer not null default 0,
  add column next_rung_at timestamptz,
  alter column warn_at drop not null;
update sla_clock c set
  warned = exists (select from sla_ledger l
      where l.appeal = c.appeal and l.clock = c.clock and l.round = c.round and l.kind = 'WARNED'),
  rung = (select count(*) from sla_ledger l
      where l.appeal = c.appeal and l.clock = c.clock and l.round = c.round and l.kind = 'ESCALATED');
-- What runs and is undecided: the sweeper and a new calendar look for it.
create index sla_clock_undecided on sla_clock (due_at) where outcome is null and stopped_at is null;
drop index sla_clock_open_by_due;

-- A request for more time or for a pause: who asked, and which other person decided.
create table limit_change (
  id           bigint generated always as identity primary key,
  appeal       text        not null references appeal,
  clock        text        not null,
  round        integer     not null,
  change       text        not null check (change in ('extend', 'pause')),
  reason       text        not null,
  days         integer     not null check (days > 0),
  explanation  text        not null,
  asked_by     text        not null,
  asked_at     timestamptz not null,
  decided_by   text,
  decided_at   timestamptz,
  granted      boolean,
  check ((decided_by is null) = (granted is null)),
  check (decided_by <> asked_by)
);
create index limit_change_by_appeal on limit_change (appeal, id);
create unique index limit_change_one_open on limit_change (appeal, round) where granted is null;

-- Timers of the engine as the application set them, moved them and saw them fire. Rows are added, never changed.
create table sla_timer (
  id      bigint generated always as identity primary key,
  appeal  text        not null references appeal,
  timer   text        not null,
  act     text        not null check (act in ('SET', 'MOVED', 'FIRED')),
  at      timestamptz not null,
  due_at  timestamptz not null
);
create index sla_timer_by_appeal on sla_timer (appeal, timer, id);

-- Timers that somebody touched behind our back, or that do not fire. An auditor looks at each.
create table sla_alarm (
  id       bigint generated always as identity primary key,
  appeal   text        not null references appeal,
  timer    text        not null,
  kind     text        not null,
  -- What makes it one alarm and not many: the same finding is raised once.
  finding  text        not null,
  person   text        not null default '',
  old_due  timestamptz,
  new_due  timestamptz,
  found_at timestamptz not null,
  unique (appeal, timer, kind, finding)
);
create index sla_alarm_by_time on sla_alarm (found_at);

create trigger sla_timer_is_final before update or delete on sla_timer for each row execute function refuse_change();
create trigger sla_timer_stays before truncate on sla_timer for each statement execute function refuse_change();
create trigger sla_alarm_is_final before update or delete on sla_alarm for each row execute function refuse_change();
create trigger sla_alarm_stays before truncate on sla_alarm for each statement execute function refuse_change();
