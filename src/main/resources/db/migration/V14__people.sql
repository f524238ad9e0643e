-- Accounts of staff that were closed. The name stays in the engine, because ledger and timeline tell who acted; nobody signs
-- in with it.
create table closed_account (
  person    text        primary key,
  closed_by text        not null,
  closed_at timestamptz not null,
  reason    text        not null,
  -- The groups that were withdrawn, for whoever opens the account again.
  posts     text[]      not null
);

-- What administrators did about accounts. Never changed.
create table person_act (
  id           bigint generated always as identity primary key,
  person       text        not null,
  kind         text        not null check (kind in ('opened', 'changed', 'closed', 'reopened', 'password', 'unlocked')),
  -- Where he worked before and after: auditors of those read it.
  localities   text[]      not null,
  name_before  text,
  name_after   text        not null,
  posts_before text[]      not null,
  posts_after  text[]      not null,
  -- How many open tasks went back to their posts.
  tasks        integer     not null,
  reason       text        not null,
  -- Whether it came with a list of staff.
  by_list      boolean     not null,
  done_by      text        not null,
  done_at      timestamptz not null
);
create index person_act_by_person on person_act (person, id);
create trigger person_act_is_final before update or delete on person_act for each row execute function refuse_change();
create trigger person_act_stays before truncate on person_act for each statement execute function refuse_change();
