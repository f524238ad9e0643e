-- Auditors read the newest deadlines first.
create index sla_clock_by_due on sla_clock (due_at desc);
