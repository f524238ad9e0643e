-- One of so many submissions of one source that its tasks wait behind others. Which source is stored nowhere.
alter table appeal add column massed boolean not null default false;
