-- The ledger that cannot be rewritten unseen: every row carries the hash of the row before it of the same appeal, seals
-- fold the rows of all appeals, and once a day the newest seal leaves the system as an anchor.

-- A large ledger takes longer to chain than a statement of the application may take.
set local statement_timeout = 0;

alter table sla_ledger disable trigger sla_ledger_is_final;
alter table sla_ledger disable trigger sla_ledger_stays;

create temporary table ledger_before on commit drop as
select appeal, clock, round, kind, date_trunc('milliseconds', occurred_at) occurred_at,
       date_trunc('milliseconds', due_at) due_at, row_number() over (order by occurred_at, id) place
from sla_ledger;
truncate sla_ledger;

alter table sla_ledger
  alter column id drop identity,
  alter column due_at drop not null,
  add column seq integer not null,
  add column step integer not null default 0,
  add column unit text not null default '',
  add column actor text not null default '',
  add column detail text not null default '',
  add column prev_hash text not null,
  add column hash text not null,
  drop constraint sla_ledger_appeal_clock_round_kind_key,
  add constraint sla_ledger_fact unique (appeal, clock, round, kind, step),
  add constraint sla_ledger_seq unique (appeal, seq),
  -- What separates the fields under the hash must not stand in one of them.
  add constraint sla_ledger_no_separator
    check (position(chr(31) in appeal || clock || kind || unit || actor || detail) = 0),
  add constraint sla_ledger_short check (
    length(clock) <= 40 and length(kind) <= 40 and length(unit) <= 100 and length(actor) <= 100 and length(detail) <= 400);

-- Not an identity: that would take a number before the trigger below holds its lock, and the numbers of an appeal
-- would not stand in the order of its chain.
create sequence sla_ledger_id_seq owned by sla_ledger.id;

-- A time under a hash, and as org.minqing.sla.ledger.VerifyLedger writes it.
create function ledger_time(at timestamptz) returns text language sql stable
as $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- A row made whole: its number, its place in the chain of its appeal and its hash, whatever the caller wrote there.
create function ledger_chained(r sla_ledger) returns sla_ledger language plpgsql as $$
declare
  last record;
begin
  if r.occurred_at <> date_trunc('milliseconds', r.occurred_at) or r.due_at <> date_trunc('milliseconds', r.due_at)
      or not r.occurred_at between '2000-01-01' and '9999-12-31' or not r.due_at between '2000-01-01' and '9999-12-31' then
    raise exception 'sla_ledger takes times of whole milliseconds between 2000 and 9999, not % and %', r.occurred_at, r.due_at
      using errcode = 'check_violation';
  end if;
  select l.seq, l.hash, l.occurred_at into last from sla_ledger l where l.appeal = r.appeal order by l.seq desc limit 1;
  if r.occurred_at < last.occurred_at then
    raise exception 'sla_ledger: backdated: % of % at % is earlier than the row before it, of %',
      r.kind, r.appeal, r.occurred_at, last.occurred_at using errcode = 'check_violation';
  end if;
  r.id := nextval('sla_ledger_id_seq');
  r.seq := coalesce(last.seq, 0) + 1;
  r.prev_hash := coalesce(last.hash, repeat('0', 64));
  r.hash := encode(sha256(convert_to(array_to_string(array[
      'v1', r.id::text, r.appeal, r.seq::text, r.clock, r.round::text, r.kind, r.step::text,
      ledger_time(r.occurred_at), ledger_time(r.due_at), r.unit, r.actor, r.detail, r.prev_hash], chr(31), ''), 'UTF8')), 'hex');
  return r;
end $$;

-- Rows that were there before, in the order in which they happened. In a loop and not by the trigger, which would hold
-- one lock for each appeal.
do $$
declare
  old record;
  r sla_ledger;
begin
  for old in select * from ledger_before order by place loop
    r := null;
    r.appeal := old.appeal; r.clock := old.clock; r.round := old.round; r.kind := old.kind;
    r.occurred_at := old.occurred_at; r.due_at := old.due_at;
    r.step := 0; r.unit := ''; r.actor := ''; r.detail := '';
    r := ledger_chained(r);
    insert into sla_ledger select r.*;
  end loop;
end $$;

alter table sla_ledger enable trigger sla_ledger_is_final;
alter table sla_ledger enable trigger sla_ledger_stays;

-- Runs as the owner: the application's role need not touch the sequence. Two rows of one appeal come one after the other;
-- the second sees the first because this function looks anew after it has waited. Whoever writes for several appeals in
-- one transaction writes them in the order of their numbers, or two such writers may wait for each other.
create function chain_ledger_row() returns trigger language plpgsql
  security definer set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
begin
  perform pg_advisory_xact_lock(28017, hashtext(new.appeal));
  return ledger_chained(new);
end $$;
revoke execute on function chain_ledger_row(), ledger_chained(sla_ledger) from public;
create trigger sla_ledger_chain before insert on sla_ledger for each row execute function chain_ledger_row();

create table ledger_seal (
  n           bigint      primary key,
  sealed_at   timestamptz not null,
  rows        integer     not null check (rows > 0),
  row_ids     text        not null,
  prev_digest text        not null,
  digest      text        not null
);

create table ledger_anchor (
  day        date        primary key,
  seal       bigint      not null references ledger_seal,
  digest     text        not null,
  rows_total bigint      not null,
  at         timestamptz not null
);

-- That an anchor was mailed. Apart from the anchor, because the anchor is final before the mail can be tried.
create table ledger_anchor_mail (
  day date        primary key references ledger_anchor,
  at  timestamptz not null
);

-- Folds the rows that no seal has yet, at most so many, into the next seal; none if there are none, or if another node is
-- just sealing. Every later row gets a higher id than every sealed one:
--   a writer holds its lock on the table (row exclusive) from before its trigger takes a number until it has ended, and
--   a transaction is visible before it lets go of its locks. So whoever took a number up to "upto" either has ended when
--   the writers are listed, and its rows are seen, or is listed, and is waited for.
-- The same as "lock table in share row exclusive mode" would tell, but no writer is held up for a moment: that lock would
-- queue every writer behind the slowest one in flight, at 1,000 rows a second some hundred transactions each time.
-- Only the sealer waits, at most three seconds; then it fails with lock_not_available and the next turn tries again.
create function seal_ledger(at timestamptz, most integer) returns setof ledger_seal language plpgsql
  security definer set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
declare
  upto   bigint;
  writers text[];
  patience timestamptz := clock_timestamp() + interval '3 seconds';
  last   ledger_seal;
  next   ledger_seal;
  hashes text;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'seal_ledger must see what others have committed meanwhile: read committed only';
  end if;
  if at <> date_trunc('milliseconds', at) then
    raise exception 'seal_ledger takes a time of whole milliseconds';
  end if;
  -- Held until the seal is committed: two sealers never read the same last seal.
  if not pg_try_advisory_xact_lock(28018, 0) then
    return;
  end if;
  select case when is_called then last_value else 0 end into upto from sla_ledger_id_seq;
  select array_agg(distinct virtualtransaction) into writers from pg_locks
  where locktype = 'relation' and relation = 'sla_ledger'::regclass and mode = 'RowExclusiveLock' and granted
    and database = (select oid from pg_database where datname = current_database())
    and pid is distinct from pg_backend_pid();
  while exists (select from pg_locks where locktype = 'relation' and relation = 'sla_ledger'::regclass
      and mode = 'RowExclusiveLock' and granted and virtualtransaction = any (writers)
      and database = (select oid from pg_database where datname = current_database())) loop
    if clock_timestamp() > patience then
      raise exception 'a writer of sla_ledger does not come to its end' using errcode = 'lock_not_available';
    end if;
    perform pg_sleep(0.01);
  end loop;

  select * into last from ledger_seal order by n desc limit 1;
  with fresh as (
    select id, hash from sla_ledger
    where id > coalesce(substring(last.row_ids from '[0-9]+$')::bigint, 0) and id <= upto order by id limit most),
  runs as (
    select min(id) low, max(id) high from (select id, id - row_number() over (order by id) run from fresh) r group by run)
  select (select count(*) from fresh), (select string_agg(hash, chr(31) order by id) from fresh),
         (select string_agg(case when low = high then low::text else low || '-' || high end, ',' order by low) from runs)
  into next.rows, hashes, next.row_ids;
  if next.rows = 0 then
    return;
  end if;
  next.n := coalesce(last.n, 0) + 1;
  next.sealed_at := at;
  next.prev_digest := coalesce(last.digest, repeat('0', 64));
  next.digest := encode(sha256(convert_to(array_to_string(array[
      'v1', next.n::text, ledger_time(at), next.rows::text, next.row_ids, next.prev_digest, hashes], chr(31)), 'UTF8')), 'hex');
  insert into ledger_seal select next.*;
  return next next;
end $$;
revoke execute on function seal_ledger(timestamptz, integer) from public;

create trigger ledger_seal_is_final before update or delete on ledger_seal for each row execute function refuse_change();
create trigger ledger_seal_stays before truncate on ledger_seal for each statement execute function refuse_change();
create trigger ledger_anchor_is_final before update or delete on ledger_anchor for each row execute function refuse_change();
create trigger ledger_anchor_stays before truncate on ledger_anchor for each statement execute function refuse_change();
