-- Verifications of the ledger: a large one takes minutes, and whichever node answers tells how far it is.
create table ledger_verification (
  id         bigint generated always as identity primary key,
  started_at timestamptz not null,
  started_by text        not null,
  total      bigint      not null,
  seen       bigint      not null default 0,
  beat_at    timestamptz not null,
  ended_at   timestamptz,
  appeals    bigint      not null default 0,
  seals      bigint      not null default 0,
  anchors    bigint      not null default 0,
  sound      boolean,
  bad_id     bigint,
  bad_appeal text,
  bad_what   text
);
