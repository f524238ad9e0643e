-- Households by the sheet (住户表格): brought in from a workbook and taken out as one.

-- Under which heading a locality's sheets have a column, where it is not as household-sheets.yml says.
create table household_heading (
  locality   text        not null,
  field      text        not null,
  heading    text        not null,
  changed_by text        not null,
  changed_at timestamptz not null,
  primary key (locality, field)
);

-- A sheet that was sent: first looked through, then, if whoever sent it says so, brought in.
create table household_import (
  id         uuid        primary key,
  place      bigint      generated always as identity,
  locality   text        not null,
  state      text        not null check (state in ('checking', 'checked', 'running', 'done', 'stopped', 'discarded')),
  rows       integer     not null,
  -- How many the sheet names, and with how many of those this round is through.
  households integer     not null,
  at         integer     not null,
  fresh      integer     not null default 0,
  changed    integer     not null default 0,
  same       integer     not null default 0,
  -- Left out, because something of them is wrong; and those that were so when the sheet was read.
  wrong      integer     not null,
  unread     integer     not null,
  -- Of the same step, one after the other.
  failures   integer     not null default 0,
  brought_by text        not null,
  brought_at timestamptz not null,
  ended_at   timestamptz
);
create unique index household_import_one on household_import (locality)
  where state in ('checking', 'checked', 'running', 'stopped');
create index household_import_newest on household_import (locality, place);

-- Some households of a sheet, encrypted, until they are brought in; then they are deleted.
create table household_import_part (
  id               uuid    primary key,
  import           uuid    not null references household_import,
  place            integer not null,
  checked          boolean not null default false,
  secret           bytea   not null,
  secret_key       text    not null references household_key,
  secret_algorithm text    not null,
  unique (import, place)
);
create index household_import_part_key on household_import_part (secret_key);
create trigger household_import_part_key_is_current before insert or update of secret_key on household_import_part
  for each row execute function household_key_is_current();

-- What is wrong in which row and column; never what stands there.
create table household_import_error (
  import uuid    not null references household_import,
  line   integer not null,
  field  text    not null,
  wrong  text    not null,
  primary key (import, line, field, wrong)
);

-- All households as a file (导出): asked for by one, allowed by another.
create table household_export (
  id         uuid        primary key,
  place      bigint      generated always as identity,
  locality   text        not null,
  purpose    text        not null,
  asked_by   text        not null,
  asked_at   timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  allowed    boolean,
  -- The moment from which it is not given out any more.
  open_until timestamptz,
  check (decided_by <> asked_by),
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (allowed is null)),
  check ((allowed is true) = (open_until is not null))
);
create unique index household_export_open on household_export (locality, asked_by) where decided_by is null;
create index household_export_newest on household_export (locality, place);

-- Whoever took a file along looked at all of them at once.
alter table household_look alter column household drop not null;
alter table household_look add column export uuid references household_export;
alter table household_look add check ((household is null) = (export is not null));
