-- The truth about appeals. The engine keeps routing facts only; everything a person said or did is here.

create table appeal (
  number          text primary key,
  locality        text        not null,
  channel         text        not null,
  category        text        not null,
  unit            text        not null,
  address         text,
  lng             double precision,
  lat             double precision,
  title           text        not null,
  facts           jsonb       not null,
  tracking_code   text        not null unique,
  submitted_at    timestamptz not null,
  recorded_by     text,
  status          text        not null,
  urgency         text        not null default '',
  urgency_name    text        not null default '',
  tier            text        not null default '',
  tier_name       text        not null default '',
  route           text        not null default '',
  respond_unit    text        not null,
  respond_posts   text        not null default '',
  handling_unit   text        not null default '',
  handling_post   text        not null default '',
  assist_posts    text        not null default '',
  answer_within   text        not null default '',
  round           integer     not null default 0,
  outcome         text,
  closed_at       timestamptz,
  merged_into     text references appeal
);
create index appeal_by_locality on appeal (locality, submitted_at desc);
create index appeal_by_registrar on appeal (recorded_by, submitted_at desc) where recorded_by is not null;

-- What the resident said, in his own words (S4-6), and how to reach him. Kept apart: few may read it, nobody may change it.
create table appeal_original (
  appeal      text primary key references appeal,
  description text not null
);
create table appeal_contact (
  appeal    text primary key references appeal,
  name      text,
  phone     text,
  anonymous boolean not null
);
create table contact_access (
  id      bigint generated always as identity primary key,
  appeal  text        not null references appeal,
  person  text        not null,
  purpose text        not null,
  at      timestamptz not null
);

-- Who did what when. Rows are added, never changed.
create table appeal_event (
  id       bigint generated always as identity primary key,
  appeal   text        not null references appeal,
  at       timestamptz not null,
  kind     text        not null,
  actor    text,
  actor_as text        not null,
  text     text        not null,
  public   boolean     not null
);
create index appeal_event_by_appeal on appeal_event (appeal, id);

create table rating (
  appeal    text        not null references appeal,
  round     integer     not null,
  source    text        not null,
  grade     integer     not null check (grade between 1 and 5),
  resolved  boolean     not null,
  contacted boolean     not null,
  comment   text,
  at        timestamptz not null,
  primary key (appeal, round)
);

create table idempotency_key (
  key       text primary key,
  body_hash text        not null,
  appeal    text        not null references appeal,
  answer    text        not null,
  at        timestamptz not null
);
create index idempotency_key_by_time on idempotency_key (at);

create table appeal_number_counter (
  prefix text    not null,
  day    date    not null,
  last   integer not null,
  primary key (prefix, day)
);

-- A clock is opened once per round; its outcome is written once.
create table sla_clock (
  appeal      text        not null references appeal,
  clock       text        not null,
  round       integer     not null,
  budget      text        not null,
  warn_before text        not null,
  opened_at   timestamptz not null,
  warn_at     timestamptz not null,
  due_at      timestamptz not null,
  outcome     text,
  stopped_at  timestamptz,
  primary key (appeal, clock, round)
);
create index sla_clock_open_by_due on sla_clock (due_at) where outcome is null;

create table sla_ledger (
  id          bigint generated always as identity primary key,
  appeal      text        not null references appeal,
  clock       text        not null,
  round       integer     not null,
  kind        text        not null,
  occurred_at timestamptz not null,
  due_at      timestamptz not null,
  unique (appeal, clock, round, kind)
);
-- Met and breached exclude each other.
create unique index sla_ledger_one_verdict on sla_ledger (appeal, clock, round) where kind in ('MET', 'BREACHED');

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is written once and not changed', tg_table_name;
end $$;
create trigger appeal_original_is_final before update or delete on appeal_original for each row execute function refuse_change();
create trigger appeal_original_stays before truncate on appeal_original for each statement execute function refuse_change();
create trigger appeal_event_is_final before update or delete on appeal_event for each row execute function refuse_change();
create trigger appeal_event_stays before truncate on appeal_event for each statement execute function refuse_change();
create trigger sla_ledger_is_final before update or delete on sla_ledger for each row execute function refuse_change();
create trigger sla_ledger_stays before truncate on sla_ledger for each statement execute function refuse_change();
create trigger contact_access_is_final before update or delete on contact_access for each row execute function refuse_change();
create trigger contact_access_stays before truncate on contact_access for each statement execute function refuse_change();
