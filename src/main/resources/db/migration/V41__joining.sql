-- A resident saw, while he filed, that others told of the same, and filed his own as part of that. Rows are added, never changed.
create table resident_joining (
  appeal   text        primary key references appeal,
  -- What it became part of at that moment.
  original text        not null references appeal,
  at       timestamptz not null
);
-- A dispatcher found that it is another matter: it is handled by itself since.
create table joining_undone (
  appeal text        primary key references resident_joining,
  person text        not null,
  at     timestamptz not null
);

do $$
declare
  t text;
begin
  foreach t in array array['resident_joining', 'joining_undone'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', t || '_is_final', t);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', t || '_stays', t);
    -- As V23 has it under every table that knows of an appeal.
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy not_about_the_reader on %I using (
      (select coalesce(current_setting('minqing.reader', true), '')) = ''
      or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true)$p$, t);
  end loop;
end $$;
