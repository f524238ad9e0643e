-- The engine looks for due jobs every second and has no index for it; a thousand waiting timers must not cost a scan.
create index minqing_job_by_due on act_ru_job (duedate_);
-- Task lists are sorted by the nearest deadline.
create index minqing_task_by_due on act_ru_task (due_date_);
