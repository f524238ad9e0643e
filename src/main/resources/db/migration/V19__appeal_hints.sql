-- What the words of an appeal hinted at when it was filed: which group of hints.yml by which of its words, never the text.
create table appeal_hint (
  appeal     text        not null references appeal (number),
  group_code text        not null,
  word       text        not null,
  noted_at   timestamptz not null,
  primary key (appeal, group_code)
);

-- A person has looked and found that it is not so. Once, with a reason; the hint stays readable.
create table appeal_hint_lowered (
  appeal     text        not null,
  group_code text        not null,
  person     text        not null,
  person_as  text        not null,
  reason     text        not null,
  lowered_at timestamptz not null,
  primary key (appeal, group_code),
  foreign key (appeal, group_code) references appeal_hint (appeal, group_code)
);

-- As V17 does: to the person whom an appeal is about it does not exist.
do $$
declare
  t text;
begin
  foreach t in array array['appeal_hint', 'appeal_hint_lowered'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy not_about_the_reader on %I using ('
        || '(select coalesce(current_setting(''minqing.reader'', true), '''')) = '''' '
        || 'or (appeal = any ((select hidden_appeals())::text[])) is not true) with check (true)', t);
  end loop;
end $$;
