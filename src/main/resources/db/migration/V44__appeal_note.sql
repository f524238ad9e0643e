-- What staff tell each other of an appeal (内部备注), as personal as what the resident wrote. A note is never altered; who wrote it may
-- withdraw it: then its text is gone, and that it was there stays.
create table appeal_note (
  id           bigint      generated always as identity primary key,
  appeal       text        not null references appeal,
  written_by   text        not null,
  written_as   text        not null,
  written_at   timestamptz not null,
  -- Null once it was withdrawn.
  text         text,
  -- User id of a colleague who is to look at it; null for none.
  mentioned    text,
  withdrawn_at timestamptz,
  check ((text is null) = (withdrawn_at is not null))
);
create index appeal_note_by_appeal on appeal_note (appeal, id);

create function only_withdraw() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null or new.withdrawn_at is null or to_jsonb(new) - '{text,withdrawn_at}'::text[]
      is distinct from to_jsonb(old) - '{text,withdrawn_at}'::text[] then
    raise exception 'A note is not altered, only withdrawn.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger appeal_note_is_withdrawn_only before update on appeal_note for each row execute function only_withdraw();
create trigger appeal_note_is_final before delete on appeal_note for each row execute function refuse_change();
create trigger appeal_note_stays before truncate on appeal_note for each statement execute function refuse_change();
-- As V23 has it under every table that knows of an appeal.
alter table appeal_note enable row level security;
create policy not_about_the_reader on appeal_note using (
  (select coalesce(current_setting('minqing.reader', true), '')) = ''
  or (appeal in (select unnest(hidden_appeals()))) is not true) with check (true);

-- Whom it is about that somebody is to hear: a colleague was mentioned by name. Null where a post or the table of notices says who.
alter table notice_fact add column person text;
