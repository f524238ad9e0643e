-- Sessions of staff, shared by all nodes: the tables of spring-session-jdbc under names of ours. What they hold is text
-- alone, see org.minqing.signin.PlainValues.
create table staff_session (
  primary_id            char(36)     primary key,
  session_id            char(36)     not null unique,
  -- These are milliseconds since 1970, UTC, by the clock of a node.
  creation_time         bigint       not null,
  last_access_time      bigint       not null,
  -- Seconds.
  max_inactive_interval integer      not null,
  expiry_time           bigint       not null,
  -- User id.
  principal_name        varchar(100)
);
create index staff_session_by_expiry on staff_session (expiry_time);
create index staff_session_by_person on staff_session (principal_name);
create table staff_session_attributes (
  session_primary_id char(36)     not null references staff_session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);

-- What was typed as a user name may be a password, so it is kept as a digest with this key only.
create table sign_in_key (
  only_one boolean primary key default true check (only_one),
  key      bytea   not null
);
insert into sign_in_key (key)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

-- How often the password was wrong. Names that nobody has are counted like those of people.
create table sign_in_count (
  who          bytea       not null,
  -- An IPv4 address, an IPv6 network of 64 bits, or '*' for all together.
  network      text        not null,
  failures     integer     not null,
  failed_at    timestamptz not null,
  -- When this person signed in from there last.
  succeeded_at timestamptz,
  primary key (who, network)
);
create index sign_in_count_by_age on sign_in_count (greatest(failed_at, succeeded_at));

-- Who signed in, failed to, had to wait, or was let in again by hand. Rows are added, never changed; the owner may delete
-- them once they are older than the law wants them kept.
create table sign_in_record (
  id       bigint generated always as identity primary key,
  at       timestamptz not null,
  -- User id, only of an account that there was; and where that person worked.
  person   text,
  locality text,
  network  text        not null,
  outcome  text        not null check (outcome in ('signedIn', 'refused', 'delayed', 'unlocked'))
);
create index sign_in_record_by_locality on sign_in_record (locality, id desc);
create index sign_in_record_by_person on sign_in_record (person, id desc);
create function refuse_change_of_sign_in_record() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.at < now() - interval '190 days' then
      return old;
    end if;
  end if;
  raise exception 'sign_in_record is written once, not changed, and kept for 190 days';
end $$;
create trigger sign_in_record_is_final before update or delete on sign_in_record
  for each row execute function refuse_change_of_sign_in_record();
create trigger sign_in_record_stays before truncate on sign_in_record for each statement execute function refuse_change();
