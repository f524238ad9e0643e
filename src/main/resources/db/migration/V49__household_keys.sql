-- With which keys values of households were encrypted (住户密钥). The keys themselves lie in a file outside of the database; here is what
-- tells another key of the same id, and whether anything is still written with it.
create table household_key (
  id          text        primary key,
  kind        text        not null check (kind in ('encrypt', 'index')),
  algorithm   text        not null,
  proof       bytea       not null,
  known_since timestamptz not null,
  -- Nothing is left that was written with it, and nothing is any more.
  retired_at  timestamptz
);

-- Under every table with values of a key. Who retires a key waits for those who write with it, and they wait for him.
create function household_key_is_current() returns trigger language plpgsql as $$
begin
  perform from household_key where id = new.secret_key and retired_at is null for key share;
  if not found then
    raise exception 'The key % is unknown or was retired.', new.secret_key using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
