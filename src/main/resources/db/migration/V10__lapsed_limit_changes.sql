-- A request that became pointless before anybody decided: its handler reported the result, or the appeal left him or ended.
alter table limit_change
  add column lapsed_at timestamptz,
  add constraint limit_change_lapsed_undecided check (lapsed_at is null or granted is null);
-- Those that died with a result or an end so far.
update limit_change r set lapsed_at = c.stopped_at
from sla_clock c
where c.appeal = r.appeal and c.clock = r.clock and c.round = r.round and c.stopped_at is not null and r.granted is null;
drop index limit_change_one_open;
create unique index limit_change_one_open on limit_change (appeal, round) where granted is null and lapsed_at is null;
