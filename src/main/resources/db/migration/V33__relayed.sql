-- Who told of an appeal for the resident, and who passed it on (代为反映、转报). Personal data like appeal_contact.
create table appeal_relay (
  appeal  text     not null references appeal,
  -- 1 saw or heard of it, each next one passed it on.
  step    smallint not null check (step > 0),
  -- A code of relays.yml.
  relayer text     not null,
  name    text,
  phone   text,
  primary key (appeal, step)
);
create trigger appeal_relay_is_final before update or delete on appeal_relay for each row execute function refuse_change();
create trigger appeal_relay_stays before truncate on appeal_relay for each statement execute function refuse_change();
-- As V23 has it under every table that knows of an appeal.
alter table appeal_relay enable row level security;
create policy not_about_the_reader on appeal_relay using (
  (select coalesce(current_setting('minqing.reader', true), '')) = ''
  or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true);
