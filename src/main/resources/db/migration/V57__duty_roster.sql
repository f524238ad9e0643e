-- Duty roster (值班表): who is there for residents, where, from when until when. A shift is withdrawn and never altered: whoever was on duty in a
-- moment can be told later too.
create table duty_shift (
  id           uuid        primary key,
  locality     text        not null,
  -- Where he is: an area or an office of the locality.
  unit         text        not null,
  person       text        not null,
  starts_at    timestamptz not null,
  -- The first moment in which he is not there any more.
  ends_at      timestamptz not null,
  made_by      text        not null,
  made_at      timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  check (ends_at > starts_at),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index duty_shift_of on duty_shift (locality, ends_at) where withdrawn_at is null;
create index duty_shift_by_person on duty_shift (person, ends_at) where withdrawn_at is null;

-- Nobody is at two places at once. Two that are written in the same moment wait for each other.
create function duty_in_one_place() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('duty_shift'), hashtext(new.person));
  if new.withdrawn_at is null and exists (select from duty_shift s where s.person = new.person and s.id <> new.id and s.withdrawn_at is null
      and tstzrange(s.starts_at, s.ends_at) && tstzrange(new.starts_at, new.ends_at)) then
    raise exception 'He is on duty elsewhere in that time.' using errcode = 'exclusion_violation';
  end if;
  return new;
end $$;
create trigger duty_shift_in_one_place before insert or update on duty_shift for each row execute function duty_in_one_place();
create trigger duty_shift_stays before delete on duty_shift for each row execute function refuse_change();
