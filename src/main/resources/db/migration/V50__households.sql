-- The file of each household (一户一档). What is about a person is encrypted: secret holds it, secret_key and secret_algorithm say how; it
-- is bound to its table, column and row.

-- Which units the holders of a post see the households of, by households.yml. Written at every start.
create table household_sight (
  group_id text   primary key,
  units    text[] not null
);

create table household (
  id           uuid             primary key,
  locality     text             not null,
  -- The smallest of the locality's units there.
  unit         text             not null,
  address      text             not null,
  -- As addresses are compared: one household has one, and so one unit.
  address_key  text             not null,
  lng          double precision,
  lat          double precision,
  -- In which the point was taken.
  coordinates  text             check (coordinates in ('wgs84', 'gcj02', 'bd09')),
  version      integer          not null default 1,
  since        date             not null,
  -- It moved away, or is a household no more.
  ended        date,
  end_reason   text,
  -- The last day on which somebody was with them or talked to them.
  last_contact date,
  recorded_by  text             not null,
  recorded_at  timestamptz      not null,
  check ((lng is null) = (coordinates is null) and (lat is null) = (coordinates is null)),
  check (ended >= since)
);
create unique index household_address on household (locality, address_key) where ended is null;
create index household_by_unit on household (locality, unit) where ended is null;

-- Name, relation, birth, phone and key groups of a person (家庭成员).
create table household_member (
  id               uuid  primary key,
  household        uuid  not null references household,
  secret           bytea not null,
  secret_key       text  not null references household_key,
  secret_algorithm text  not null,
  place            bigint generated always as identity,
  ended            date
);
create index household_member_of on household_member (household);
create index household_member_key on household_member (secret_key);

-- By what equal names and key groups are found without being read.
create table household_mark (
  member     uuid not null references household_member on delete cascade,
  household  uuid not null references household,
  kind       text not null check (kind in ('name', 'group')),
  mark       text not null,
  secret_key text not null references household_key,
  primary key (member, kind, mark)
);
create index household_mark_found on household_mark (mark);
create index household_mark_key on household_mark (secret_key);

-- What they need (需求), and how often somebody is to see to it.
create table household_need (
  id               uuid     primary key,
  household        uuid     not null references household,
  secret           bytea    not null,
  secret_key       text     not null references household_key,
  secret_algorithm text     not null,
  place            bigint   generated always as identity,
  rhythm           text     not null check (rhythm in ('once', 'weekly', 'monthly')),
  -- 1 is Monday. Only of a weekly one.
  weekday          smallint check (weekday between 1 and 7),
  -- Of the month; in a shorter one its last. Only of a monthly one.
  day              smallint check (day between 1 and 31),
  since            date     not null,
  ended            date,
  check ((weekday is not null) = (rhythm = 'weekly') and (day is not null) = (rhythm = 'monthly'))
);
create index household_need_of on household_need (household);
create index household_need_key on household_need (secret_key);

-- What was noted of them (记录), line by line; nothing of it is altered or withdrawn.
create table household_note (
  id               uuid        primary key,
  household        uuid        not null references household,
  secret           bytea       not null,
  secret_key       text        not null references household_key,
  secret_algorithm text        not null,
  place            bigint      generated always as identity,
  written_by       text        not null,
  written_as       text        not null,
  written_at       timestamptz not null
);
create index household_note_of on household_note (household, place);
create index household_note_key on household_note (secret_key);

-- Encrypting a line anew with another key is no change of it.
create function only_another_key() returns trigger language plpgsql as $$
begin
  if new.secret_key = old.secret_key or to_jsonb(new) - '{secret,secret_key,secret_algorithm}'::text[]
      is distinct from to_jsonb(old) - '{secret,secret_key,secret_algorithm}'::text[] then
    raise exception 'A note is not altered.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger household_note_is_encrypted_anew_only before update on household_note for each row execute function only_another_key();
create trigger household_note_is_final before delete on household_note for each row execute function refuse_change();
create trigger household_note_stays before truncate on household_note for each statement execute function refuse_change();

-- Who is responsible (责任网格员) where it is not whoever holds the post of the unit, and the party member who covers it (党员联系户).
create table household_owner (
  id         bigint      generated always as identity primary key,
  household  uuid        not null references household,
  kind       text        not null check (kind in ('worker', 'covering')),
  person     text        not null,
  from_day   date        not null,
  -- The first day on which he is it no more; null while he is.
  until_day  date,
  changed_by text        not null,
  changed_at timestamptz not null,
  check (until_day >= from_day)
);
create unique index household_owner_now on household_owner (household, kind) where until_day is null;
create index household_owner_by_person on household_owner (person) where until_day is null;

create function one_owner_at_a_time() returns trigger language plpgsql as $$
begin
  if exists (select from household_owner o where o.household = new.household and o.kind = new.kind and o.id <> new.id
      and daterange(o.from_day, o.until_day) && daterange(new.from_day, new.until_day)) then
    raise exception 'The household has another owner of that kind in that time.' using errcode = 'exclusion_violation';
  end if;
  return new;
end $$;
create trigger household_owner_is_one before insert or update on household_owner for each row execute function one_owner_at_a_time();
create trigger household_owner_stays before delete on household_owner for each row execute function refuse_change();

-- Who may not see one household, whatever post he holds (回避): a relative, a party to a dispute.
create table household_bar (
  id               uuid        primary key,
  household        uuid        not null references household,
  person           text        not null,
  secret           bytea       not null,
  secret_key       text        not null references household_key,
  secret_algorithm text        not null,
  barred_by        text        not null,
  barred_at        timestamptz not null,
  lifted_by        text,
  lifted_at        timestamptz
);
create unique index household_bar_now on household_bar (household, person) where lifted_at is null;
create index household_bar_by_person on household_bar (person) where lifted_at is null;
create index household_bar_key on household_bar (secret_key);

-- Who looked at what is sensitive, when and why; never what he saw.
create table household_look (
  id        bigint      generated always as identity primary key,
  locality  text        not null,
  household uuid        not null references household,
  unit      text        not null,
  person    text        not null,
  purpose   text        not null,
  -- Whether he was shown health, minors and poverty too, or only how to reach them.
  sensitive boolean     not null,
  way       text        not null,
  at        timestamptz not null
);
create index household_look_newest on household_look (locality, id);
create index household_look_of on household_look (household);

-- An appeal is about a household, or about somebody in it.
create table appeal_household (
  appeal    text        not null references appeal,
  household uuid        not null references household,
  -- Null for the household as a whole.
  member    uuid        references household_member,
  tied_by   text        not null,
  tied_at   timestamptz not null,
  primary key (appeal, household)
);
create index appeal_household_of on appeal_household (household);

do $$
declare
  t text;
begin
  foreach t in array array['household_member', 'household_mark', 'household_need', 'household_note', 'household_bar'] loop
    execute format('create trigger %I before insert or update of secret_key on %I for each row '
        || 'execute function household_key_is_current()', t || '_key_is_current', t);
  end loop;
end $$;

-- A household is there for those alone who hold a post that sees its unit, at this moment, and are not barred from it. The rule stands
-- under the tables, as V17 has it for appeals: where nobody is named the program itself reads, and the owner is not bound.
create function households_units() returns text[] language plpgsql stable security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
begin
  return coalesce((select array_agg(distinct u) from act_id_membership m
      join household_sight s on s.group_id = m.group_id_ cross join unnest(s.units) u
      where m.user_id_ = current_setting('minqing.reader', true)), '{}');
end $$;
create function households_barred() returns uuid[] language plpgsql stable security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
begin
  return coalesce((select array_agg(household) from household_bar
      where person = current_setting('minqing.reader', true) and lifted_at is null), '{}');
end $$;

alter table household enable row level security;
create policy seen_by_post on household using (
  (select coalesce(current_setting('minqing.reader', true), '')) = ''
  or unit in (select unnest(households_units())) and (id in (select unnest(households_barred()))) is not true) with check (true);
do $$
declare
  t text;
begin
  -- Not of marks: they tell nothing by themselves, and there are as many as people; what they lead to is looked up here.
  foreach t in array array['household_member', 'household_need', 'household_note', 'household_owner', 'household_bar'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy seen_by_post on %I using ('
        || '(select coalesce(current_setting(''minqing.reader'', true), '''')) = '''' '
        || 'or exists (select from household h where h.id = %I.household)) with check (true)', t, t);
  end loop;
end $$;
-- As V23 has it under every table that knows of an appeal; and whoever does not see the household does not see what is tied to it.
alter table appeal_household enable row level security;
create policy not_about_the_reader on appeal_household using (
  (select coalesce(current_setting('minqing.reader', true), '')) = ''
  or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true);
create policy seen_by_post on appeal_household as restrictive using (
  (select coalesce(current_setting('minqing.reader', true), '')) = ''
  or exists (select from household h where h.id = appeal_household.household)) with check (true);
