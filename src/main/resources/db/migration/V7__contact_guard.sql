-- What a handler says about a contact with the resident, and what the resident says about it. Neither is ever changed.
create table contact_claim (
  id           bigint generated always as identity primary key,
  appeal       text        not null references appeal,
  -- Whether it was the first response or a later contact.
  first        boolean     not null,
  reached      boolean     not null,
  how          text        not null,
  whom         text        not null,
  contacted_at timestamptz not null,
  person       text        not null,
  recorded_at  timestamptz not null,
  check (contacted_at <= recorded_at)
);
create index contact_claim_by_appeal on contact_claim (appeal, id);
create table contact_answer (
  claim   bigint      not null references contact_claim,
  -- Where the resident said so: on the page, with the rating, to the call-back person.
  source  text        not null,
  reached boolean     not null,
  at      timestamptz not null,
  primary key (claim, source)
);

-- Somebody else finds out whether the contact took place.
create table contact_check (
  id         bigint generated always as identity primary key,
  appeal     text        not null references appeal,
  claim      bigint      not null references contact_claim,
  why        text        not null check (why in ('denied', 'repeated')),
  opened_at  timestamptz not null,
  -- How often it was handed to somebody; who lets the time pass is not asked again.
  rung       integer     not null default 0,
  due_at     timestamptz,
  decided_by text,
  decided_at timestamptz,
  made       boolean,
  check ((decided_by is null) = (made is null))
);
create index contact_check_by_appeal on contact_check (appeal, id);
create unique index contact_check_one_open on contact_check (appeal) where made is null;

-- Members of staff whom an appeal is about: to them it does not exist.
create table appeal_subject (
  appeal   text        not null references appeal,
  person   text        not null,
  named_by text        not null,
  named_at timestamptz not null,
  primary key (appeal, person)
);
create index appeal_subject_by_person on appeal_subject (person);

create trigger contact_claim_is_final before update or delete on contact_claim for each row execute function refuse_change();
create trigger contact_claim_stays before truncate on contact_claim for each statement execute function refuse_change();
create trigger contact_answer_is_final before update or delete on contact_answer for each row execute function refuse_change();
create trigger contact_answer_stays before truncate on contact_answer for each statement execute function refuse_change();
create trigger appeal_subject_is_final before update or delete on appeal_subject for each row execute function refuse_change();
create trigger appeal_subject_stays before truncate on appeal_subject for each statement execute function refuse_change();
