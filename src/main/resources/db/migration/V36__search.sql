-- Searching appeals by words and by phone. As V35 has it: these functions look through an index as the owner, and leave out what is
-- hidden from the reader, because under a policy no index could be used.

-- Numbers of the appeals of a locality that have all of these grams.
create function appeals_saying(wanted text[], place text) returns setof text language plpgsql stable security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  return query select w.appeal from appeal_words w
    where w.grams @> wanted and w.locality = place
      and (w.appeal in (select unnest(hidden_appeals()))) is not true;
end $$;

-- A number is found however it was written: with blanks, hyphens, a plus sign.
create index appeal_contact_by_phone on appeal_contact (translate(phone, ' -+', '')) where phone is not null;
create index contact_number_by_phone on contact_number (translate(phone, ' -+', ''));
create index appeal_relay_by_phone on appeal_relay (translate(phone, ' -+', '')) where phone is not null;

-- Numbers of the appeals whose resident, or whoever told of it for him, is reached by one of these phones.
create function appeals_of_phone(wanted text[]) returns setof text language plpgsql stable security definer
  set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  return query select found.appeal from (
      select c.appeal from appeal_contact c where translate(c.phone, ' -+', '') = any (wanted) and c.phone is not null
      union select n.appeal from contact_number n where translate(n.phone, ' -+', '') = any (wanted)
      union select r.appeal from appeal_relay r where translate(r.phone, ' -+', '') = any (wanted) and r.phone is not null) found
    where (found.appeal in (select unnest(hidden_appeals()))) is not true;
end $$;
