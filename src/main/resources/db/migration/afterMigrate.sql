-- What the application's role may do: read and write the present, read and add to what is final, and no DDL. After every
-- migration, because a new table brings no rights with it; only what is missing is granted, because nodes are running.
do $$
declare
  role  text := '${application-role}';
  final text[] := array['alarm_taking', 'appeal_accused', 'appeal_addition', 'appeal_correction', 'appeal_correction_step', 'appeal_event',
      'appeal_hint', 'appeal_hint_lowered', 'appeal_original', 'appeal_relay', 'appeal_source', 'appeal_subject',
      'appeal_subject_post', 'appeal_summary',
      'attachment_hiding', 'attachment_words',
      'claim_order', 'claim_step', 'consultation', 'contact_access', 'contact_answer', 'contact_claim', 'household_look', 'joint_opinion',
      'joint_request',
      'joining_undone', 'joint_step', 'kept_figure', 'ledger_anchor', 'ledger_anchor_mail', 'ledger_seal', 'minqing_schema', 'outcome',
      'outcome_evidence', 'outcome_transfer', 'person_act', 'plan_step', 'remit_judgement', 'remit_return',
      'remit_settlement', 'reporter_withdrawal', 'resident_answer', 'resident_question', 'resident_question_end',
      'resident_joining', 'review_answer', 'review_request', 'review_right', 'review_step', 'sign_in_key', 'sign_in_record', 'sla_alarm',
      'sla_ledger', 'sla_timer', 'sub_case_removal', 'subject_naming', 'working_calendar'];
  t     record;
  verb  text;
begin
  -- Of two nodes that start together one grants and the other finds it done.
  perform pg_advisory_xact_lock(28020, 0);
  if not exists (select from pg_roles where rolname = role) then
    raise exception 'The role % of the application does not exist: create role % login password ''...'';', role, role;
  end if;
  if role = current_user then
    return; -- The application finds that and refuses to start.
  end if;
  execute format('grant usage on schema %I to %I', '${flyway:defaultSchema}', role);
  for t in select c.oid, c.relname from pg_class c
      where c.relkind in ('r', 'p') and c.relnamespace = '${flyway:defaultSchema}'::regnamespace order by c.relname loop
    foreach verb in array array['select', 'insert', 'update', 'delete', 'truncate'] loop
      if verb = 'truncate' or t.relname = any (final) and verb in ('update', 'delete')
          or t.relname in ('minqing_schema', 'sign_in_key') and verb = 'insert' then
        if has_table_privilege(role, t.oid, verb) then
          execute format('revoke %s on %s from %I', verb, t.oid::regclass, role);
        end if;
      elsif not has_table_privilege(role, t.oid, verb) then
        execute format('grant %s on %s to %I', verb, t.oid::regclass, role);
      end if;
    end loop;
  end loop;
  for t in select c.oid from pg_class c
      where c.relkind = 'S' and c.relnamespace = '${flyway:defaultSchema}'::regnamespace and c.relname <> 'sla_ledger_id_seq' loop
    if not has_sequence_privilege(role, t.oid, 'usage') then
      execute format('grant usage on sequence %s to %I', t.oid::regclass, role);
    end if;
  end loop;
  if not has_function_privilege(role, 'seal_ledger(timestamptz, integer)', 'execute') then
    execute format('grant execute on function seal_ledger(timestamptz, integer) to %I', role);
  end if;
end $$;
