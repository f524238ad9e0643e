-- The timeline kept its events under the names of Java classes. From now on it keeps them under words of its own, as
-- org.minqing.appeal.AppealEventKind has them; what an event said, when and by whom, is not touched.

-- A long timeline takes longer than a statement of the application may take.
set local statement_timeout = 0;

-- Within this transaction only: whoever writes meanwhile waits, and finds the trigger in its place.
alter table appeal_event disable trigger appeal_event_is_final;
update appeal_event set kind = lower(left(kind, 1)) || substr(kind, 2);
alter table appeal_event enable trigger appeal_event_is_final;

-- A node of before would go on with the names of its classes, and who handled an appeal would be read wrong.
alter table appeal_event add constraint appeal_event_kind_is_a_word check (kind ~ '^[a-z][A-Za-z]*$');
