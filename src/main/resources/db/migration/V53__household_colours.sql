-- Which colour a household had of which risk, and why (住户颜色): the last row of each risk holds now. That of its people follows from
-- key groups, and is encrypted as they are; that of time follows from what other tables show as well.
create table household_colour (
  id               uuid        primary key,
  household        uuid        not null references household,
  risk             text        not null check (risk in ('person', 'time')),
  place            bigint      generated always as identity,
  colour           text,
  -- Id of the rule of household-colour.dmn that answered, and what it said.
  rule             text,
  reason           text,
  secret           bytea,
  secret_key       text        references household_key,
  secret_algorithm text,
  coloured_at      timestamptz not null,
  check ((risk = 'person') = (secret is not null)),
  check ((secret is null) = (secret_key is null) and (secret is null) = (secret_algorithm is null)),
  check ((risk = 'time') = (colour is not null) and (colour is null) = (rule is null) and (colour is null) = (reason is null))
);
create index household_colour_of on household_colour (household, risk, place desc);
create index household_colour_key on household_colour (secret_key);

create trigger household_colour_key_is_current before insert or update of secret_key on household_colour for each row
  when (new.secret_key is not null) execute function household_key_is_current();
create trigger household_colour_is_encrypted_anew_only before update on household_colour for each row execute function only_another_key();
create trigger household_colour_is_final before delete on household_colour for each row execute function refuse_change();
create trigger household_colour_stays before truncate on household_colour for each statement execute function refuse_change();

-- As V50 has it under every table of households.
alter table household_colour enable row level security;
create policy seen_by_post on household_colour using (
  (select coalesce(current_setting('minqing.reader', true), '')) = ''
  or exists (select from household h where h.id = household_colour.household)) with check (true);
