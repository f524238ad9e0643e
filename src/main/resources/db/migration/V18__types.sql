-- What kind of appeal it is, and how it is taken because of that. Until now all were handled as a call for help, and the resident
-- was asked each time. Whoever does not say calls for help.
alter table appeal add column type text not null default 'help';
alter table appeal add column track text;
alter table appeal add column track_name text;
alter table appeal add column rated boolean;
update appeal set track = 'handle', track_name = '办理', rated = true where tier is not null;
