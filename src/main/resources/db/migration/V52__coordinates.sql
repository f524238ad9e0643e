-- A position is kept in the degrees in which it was taken (坐标系). What came before came from browsers, which say it in WGS-84.
alter table appeal add column coordinates text check (coordinates in ('wgs84', 'gcj02', 'bd09'));
update appeal set lng = null, lat = null where (lng is null) <> (lat is null);
update appeal set coordinates = 'wgs84' where lng is not null;
alter table appeal add constraint appeal_position_whole
  check ((lng is null) = (lat is null) and (lng is null) = (coordinates is null));
