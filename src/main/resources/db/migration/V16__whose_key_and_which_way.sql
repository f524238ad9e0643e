-- Whose key it was: the hash of a secret that came with the first request. Null where none came, as with all rows of before.
alter table idempotency_key add column client text;

-- On which way somebody came to see how a resident is reached. Rows of before do not say.
alter table contact_access add column way text;
create index contact_access_by_person on contact_access (person, id);
