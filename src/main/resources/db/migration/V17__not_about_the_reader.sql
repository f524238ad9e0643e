-- To the person whom an appeal is about it does not exist. The rule stands here, under every table that knows of an appeal,
-- and so it holds for our own queries, for those of the engine and of its web applications, and for counts as for lists.
--
-- Who reads stands in the setting minqing.reader; org.minqing.database.ReaderDataSource names him before the first statement.
-- Where nobody is named the program itself reads. The owner of the tables is not bound.

-- Numbers of the appeals that are about the reader.
create function hidden_appeals() returns text[] language plpgsql stable security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
begin
  return coalesce((select array_agg(appeal) from appeal_subject where person = current_setting('minqing.reader', true)), '{}');
end $$;

-- Their processes, with those that were started for them.
create function hidden_processes() returns text[] language plpgsql stable security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
declare
  hidden text[] := hidden_appeals();
begin
  if hidden = '{}' then
    return hidden;
  end if;
  return coalesce((select array_agg(id_) from act_hi_procinst where root_proc_inst_id_ in
      (select root_proc_inst_id_ from act_hi_procinst where business_key_ = any (hidden))), '{}');
end $$;

-- Their tasks, for what names a task and not its process. A finished task has neither rights nor candidates any more.
create function hidden_tasks() returns text[] language plpgsql stable security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
declare
  hidden text[] := hidden_processes();
begin
  if hidden = '{}' then
    return hidden;
  end if;
  return coalesce((select array_agg(id_) from act_ru_task where proc_inst_id_ = any (hidden)), '{}');
end $$;

-- Puts the rule under a table. What is asked for once in a statement stands in a sub-select; else it were asked in each row.
create function hide_from_subject(target text, hidden text, which text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', target);
  execute format('create policy not_about_the_reader on %I using ('
      || '(select coalesce(current_setting(''minqing.reader'', true), '''')) = '''' '
      || 'or (%s = any ((select %I())::text[])) is not true) with check (true)', target, which, hidden);
end $$;

do $$
declare
  t record;
begin
  -- Whoever holds an idempotency key has sent it himself, and who is named may be known to who may see the appeal.
  for t in select c.table_name, c.column_name from information_schema.columns c
      join information_schema.tables using (table_schema, table_name)
      where c.table_schema = '${flyway:defaultSchema}' and table_type = 'BASE TABLE'
        and (c.column_name = 'appeal' or c.table_name = 'appeal' and c.column_name = 'number')
        and c.table_name not in ('appeal_subject', 'idempotency_key') loop
    perform hide_from_subject(t.table_name, 'hidden_appeals', quote_ident(t.column_name));
  end loop;
  for t in select distinct on (c.table_name) c.table_name, c.column_name from information_schema.columns c
      join information_schema.tables using (table_schema, table_name)
      where c.table_schema = '${flyway:defaultSchema}' and table_type = 'BASE TABLE'
        and c.column_name in ('proc_inst_id_', 'process_instance_id_', 'root_proc_inst_id_')
        and c.table_name <> 'act_ru_authorization'
      order by c.table_name, c.column_name = 'root_proc_inst_id_' loop
    perform hide_from_subject(t.table_name, 'hidden_processes', quote_ident(t.column_name));
  end loop;
  -- 7 are the rights on tasks.
  for t in select * from (values ('act_ru_identitylink', 'task_id_'),
      ('act_ru_authorization', 'case when resource_type_ = 7 then resource_id_ end')) as tasks (table_name, which)
      where to_regclass(table_name) is not null loop
    perform hide_from_subject(t.table_name, 'hidden_tasks', t.which);
  end loop;
end $$;
drop function hide_from_subject(text, text, text);
