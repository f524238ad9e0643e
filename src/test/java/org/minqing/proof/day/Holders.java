package org.minqing.proof.day;

import java.util.List;
import java.util.stream.Stream;

/** Everything lies with somebody who is there, and what has ended with nobody but whoever reviews it. */
final class Holders {

    /** Of whoever holds it, or of all to whom it is offered, one must be there. */
    private static final String NOBODY = """
            select e.business_key_ || ' ' || t.task_def_key_ || ' is nobody''s' from act_ru_task t
            join act_ru_execution e on e.id_ = t.proc_inst_id_
            where t.tenant_id_ = ? and not coalesce(t.assignee_ = any (?), exists (
              select from act_ru_identitylink l join act_id_membership m on m.group_id_ = l.group_id_
              where l.task_id_ = t.id_ and m.user_id_ = any (?)))""";

    /** An appeal waits for a task, or for its resident. */
    private static final String NOTHING = """
            select a.number || ' is open and waits for nobody' from appeal a
            where a.locality = ? and a.closed_at is null and a.status <> 'FEEDBACK' and not exists (
              select from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_
              where e.business_key_ = a.number)""";

    private static final String RUNNING = """
            select a.number || ' has ended and its clock ' || c.clock || ' runs' from appeal a join sla_clock c on c.appeal = a.number
            where a.locality = ? and a.closed_at is not null and c.stopped_at is null and (c.clock <> 'REVIEW' or not exists (
              select from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_
              where e.business_key_ = a.number and t.task_def_key_ in ('userTask_reviewAppeal', 'userTask_passOnReview')))""";

    private Holders() {}

    /** Empty if all is as it should be. */
    static List<String> missing(Town town) {
        var people = town.people().users().toArray(String[]::new);
        return Stream.of(
                        town.owner().sql(NOBODY).params(town.locality(), people, people),
                        town.owner().sql(NOTHING).params(town.locality()),
                        town.owner().sql(RUNNING).params(town.locality()))
                .flatMap(found -> found.query(String.class).list().stream())
                // What others left in the same database is not of this day.
                .filter(line -> town.find(line.substring(0, line.indexOf(' '))).isPresent())
                .toList();
    }
}
