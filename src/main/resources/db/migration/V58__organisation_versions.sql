-- The tree of a locality as it is kept in the browser (组织调整): drafts, and what holds from which day. What was never published is a draft,
-- one of each locality; what was published is not altered any more, so that it can be told who was responsible when.
create table organisation_version (
  id           bigint      generated always as identity primary key,
  locality     text        not null,
  -- Levels, posts and units, as OrganisationDraft writes them.
  tree         text        not null,
  -- Counts changes of a draft: whoever is late is told so.
  edition      integer     not null default 1,
  changed_by   text        not null,
  changed_at   timestamptz not null,
  reason       text,
  -- The first day on which it holds, by Asia/Shanghai.
  effective_on date,
  published_by text,
  published_at timestamptz,
  withdrawn_by text,
  withdrawn_at timestamptz,
  check ((effective_on is null) = (published_at is null) and (effective_on is null) = (published_by is null)
    and (effective_on is null) = (reason is null)),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index organisation_draft on organisation_version (locality) where effective_on is null and withdrawn_at is null;

create function organisation_stays() returns trigger language plpgsql as $$
begin
  if old.published_at is not null and to_jsonb(new) - '{withdrawn_by,withdrawn_at}'::text[]
      is distinct from to_jsonb(old) - '{withdrawn_by,withdrawn_at}'::text[] then
    raise exception 'What was published is not altered.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger organisation_version_stays before update on organisation_version for each row execute function organisation_stays();
create trigger organisation_version_is_kept before delete on organisation_version for each row execute function refuse_change();
