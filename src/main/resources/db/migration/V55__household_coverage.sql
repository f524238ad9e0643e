-- Coverage (联系覆盖): how many households lie with whom, and with how many of them nobody was up to a day. Whoever may know the figures of
-- a place does not see its households for that, so they are counted here, behind the rule under the table; whoever is barred from a
-- household has it counted nowhere.
create function household_coverage(place text, places text[], last_day date)
  returns table (unit text, worker text, covering text, households bigint, waiting bigint, never bigint)
  language sql stable security definer set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as $$
  select h.unit, w.person, c.person, count(*),
      count(*) filter (where h.last_contact is null or h.last_contact <= last_day), count(*) filter (where h.last_contact is null)
  from household h
  left join household_owner w on w.household = h.id and w.kind = 'worker' and w.until_day is null
  left join household_owner c on c.household = h.id and c.kind = 'covering' and c.until_day is null
  where h.locality = place and h.unit = any (places) and h.ended is null
    and (h.id in (select unnest(households_barred()))) is not true
  group by h.unit, w.person, c.person
$$;
