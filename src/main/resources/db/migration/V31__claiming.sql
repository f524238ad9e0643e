-- Orders (接单): matters that leaders and volunteers may take on, who did, and what came of it. Rows are added, never changed.
create table claim_order (
  id               bigint generated always as identity primary key,
  appeal           text        not null references appeal,
  round            integer     not null,
  offered_at       timestamptz not null,
  -- Groups of the posts that are offered it first, and until when; as the table had it, counted from the judgement.
  leaders          text[]      not null,
  leaders_until    timestamptz not null,
  -- The same of volunteers, who come after them.
  volunteers       text[]      not null,
  volunteers_until timestamptz not null,
  -- Whether the post that answers for it waits meanwhile.
  post_waits       boolean     not null,
  -- How many may do it together, whoever leads included.
  team             integer     not null check (team > 0),
  -- Once in a round.
  unique (appeal, round)
);
create table claim_step (
  id        bigint generated always as identity primary key,
  offer     bigint      not null references claim_order,
  appeal    text        not null references appeal,
  -- 'closed': nobody can claim it any more, because the post that answers for it took it, or it needs nobody.
  step      text        not null check (step in ('claimed', 'joined', 'left', 'givenBack', 'closed')),
  at        timestamptz not null,
  -- Null for the system.
  person    text,
  person_as text        not null,
  -- Group under which he claimed or joined.
  holding   text,
  words     text        not null
);
create index claim_step_by_order on claim_step (offer, id);
create index claim_step_by_appeal on claim_step (appeal);
create index claim_step_by_person on claim_step (person);
-- It ends once.
create unique index claim_step_one_end on claim_step (offer) where step = 'closed';

do $$
declare
  name text;
begin
  foreach name in array array['claim_order', 'claim_step'] loop
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
