-- Something happened of which somebody is to hear (通知事项). Written with what happened, in its transaction.
create table notice_fact (
  id       bigint      generated always as identity primary key,
  code     text        not null,
  locality text        not null,
  -- Null where it is about none, as a test message is.
  appeal   text        references appeal,
  -- The engine's id of the task that it is about; null for none.
  task     text,
  at       timestamptz not null,
  -- Null until it was found out who is to hear of it.
  told_at  timestamptz
);
create index notice_fact_untold on notice_fact (id) where told_at is null;
create index notice_fact_by_appeal on notice_fact (appeal);

-- One receiver hears of one fact by one channel, once (通知).
create table notice (
  id           bigint      generated always as identity primary key,
  fact         bigint      not null references notice_fact on delete cascade,
  -- A user id, or 'resident'; empty for a group or a program, which has no person.
  receiver     text        not null,
  channel      text        not null,
  locality     text        not null,
  -- Danger: before all others, and at night too.
  grave        boolean     not null,
  -- Only if nobody has taken the task by then.
  unless_taken boolean     not null,
  state        text        not null default 'waiting' check (state in ('waiting', 'sent', 'unneeded', 'dead')),
  -- When it is to be sent, or tried again; whoever sends it moves it to when another may.
  due_at       timestamptz not null,
  attempts     integer     not null default 0,
  -- Somebody began to send it, and has not said what became of it.
  under_way    boolean     not null default false,
  -- A word of ours, or the code of a service.
  reason       text        not null default '',
  ended_at     timestamptz,
  unique (fact, receiver, channel)
);
create index notice_waiting on notice (locality, channel, grave desc, due_at) where state = 'waiting';
create index notice_on_desk on notice (due_at) where channel = 'desk' and state = 'waiting';
create index notice_of_receiver on notice (receiver, id) where channel = 'desk';
create index notice_ended on notice (ended_at) where state <> 'waiting';

-- From when a channel of a locality is free, had all that went out been spread evenly; all nodes count here.
create table notice_pace (
  locality text        not null,
  channel  text        not null,
  free_at  timestamptz not null,
  primary key (locality, channel)
);

-- Where somebody of staff is reached, and when he does not want to be (免打扰). His own to set.
create table notice_setting (
  person     text     primary key,
  mail       text,
  phone      text,
  -- By Shanghai's time; both or none. Across midnight if it ends before it begins.
  quiet_from time,
  quiet_to   time,
  check ((quiet_from is null) = (quiet_to is null))
);

-- As V23 has it under every table that knows of an appeal.
alter table notice_fact enable row level security;
create policy not_about_the_reader on notice_fact using (
  (select coalesce(current_setting('minqing.reader', true), '')) = ''
  or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true);
