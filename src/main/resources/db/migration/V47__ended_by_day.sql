-- What ended on a day, for the pictures of a supervisor's day.
create index appeal_ended on appeal (locality, closed_at) where closed_at is not null;
