-- What a supervisor looks at must cost what is open and not what was ever finished.
create index appeal_open on appeal (locality) where closed_at is null;
create index sla_clock_running on sla_clock (appeal, clock, due_at, warn_at) where stopped_at is null;
-- The figures of a month begin with what was opened, or rated, in it.
create index sla_ledger_by_month on sla_ledger (occurred_at, appeal) where kind in ('OPENED', 'RATED');

-- Figures of months that are over, as org.minqing.evaluation.KeptFigures explains. The owner of the
-- tables may delete them: they are counted again.
create table kept_figure (
  locality    text        not null,
  metric      text        not null,
  -- SHA-256 of the query: a figure of another definition is another figure.
  query       text        not null,
  begin_at    timestamptz not null,
  end_at      timestamptz not null,
  cut_off     timestamptz not null,
  unit        text        not null,
  numerator   numeric     not null,
  denominator bigint      not null,
  value       numeric,
  primary key (locality, metric, query, begin_at, end_at, cut_off, unit)
);
