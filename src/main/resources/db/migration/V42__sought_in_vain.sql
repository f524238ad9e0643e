-- Whoever searches by a phone number learns something also where nothing is found: that this resident told of nothing here. Then there
-- is no appeal, and the locality says whose auditors read it. The number itself is not kept.
alter table contact_access alter column appeal drop not null;
alter table contact_access add column locality text;
alter table contact_access add constraint contact_access_in_some_locality check ((appeal is null) = (locality is not null));
create index contact_access_in_vain on contact_access (locality, id) where appeal is null;
