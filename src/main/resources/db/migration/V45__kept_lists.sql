-- Somebody looks into an alarm (警报), and says what it is about; the first who does. The alarm itself and the ledger stay as they are.
create table alarm_taking (
  alarm     bigint      primary key references sla_alarm,
  appeal    text        not null references appeal,
  person    text        not null,
  person_as text        not null,
  at        timestamptz not null,
  words     text        not null
);
create trigger alarm_taking_is_final before update or delete on alarm_taking for each row execute function refuse_change();
create trigger alarm_taking_stays before truncate on alarm_taking for each statement execute function refuse_change();
-- As V23 has it under every table that knows of an appeal.
alter table alarm_taking enable row level security;
create policy not_about_the_reader on alarm_taking using (
  (select coalesce(current_setting('minqing.reader', true), '')) = ''
  or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true);

-- A search that somebody keeps under a name of his own (保存的查找): what he looks for, what he is shown of it and in which order.
-- Never a phone number.
create table saved_search (
  id       bigint      generated always as identity primary key,
  person   text        not null,
  name     text        not null,
  -- By field of the form, as he wrote it.
  question jsonb       not null check (jsonb_typeof(question) = 'object' and not question ?| array['phone', 'purpose']),
  saved_at timestamptz not null,
  unique (person, name)
);
-- Whose account is closed has no lists any more, in the same transaction.
create function forget_saved_searches() returns trigger language plpgsql as $$
begin
  delete from saved_search where person = new.person;
  return new;
end $$;
create trigger closed_account_has_no_lists after insert on closed_account for each row execute function forget_saved_searches();
