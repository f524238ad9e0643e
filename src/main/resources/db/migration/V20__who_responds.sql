-- Who makes the first response may be one post that a dispatcher or a supervisor named, and not those of the decision table.
alter table appeal add column respond_post text;

-- Numbers by which staff reached a resident who had left none, or another. Personal data like appeal_contact: each look is
-- written down in contact_access.
create table contact_number (
  appeal     text        not null references appeal,
  phone      text        not null,
  entered_by text        not null,
  entered_at timestamptz not null,
  primary key (appeal, phone)
);
alter table contact_number enable row level security;
create policy not_about_the_reader on contact_number using (
  (select coalesce(current_setting('minqing.reader', true), '')) = ''
  or (appeal = any ((select hidden_appeals())::text[])) is not true) with check (true);
