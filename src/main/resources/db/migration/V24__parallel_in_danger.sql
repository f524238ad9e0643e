-- Who sets out at the same moment as the first responders because somebody is in danger, and since when nobody is any more.
-- Appeals of before had no such posts.
alter table appeal add column danger_posts text not null default '';
alter table appeal add column made_safe_at timestamptz;

-- A supervisor looks for them each time that he opens his desk: there are few at any time.
create index appeal_in_danger on appeal (locality) where danger_posts <> '' and made_safe_at is null and closed_at is null;
