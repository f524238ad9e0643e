package org.minqing.process.duties;

import java.sql.Array;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.duties.WorkInHand;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.StandIns;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealVariables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open tasks of many appeals in one look at the engine's tables. */
@Component
class EngineWorkInHand implements WorkInHand {

    private record Open(String number, String key, String assignee, List<String> groups) {}

    private final JdbcClient jdbc;
    private final Holdings holdings;
    private final StandIns standIns;

    EngineWorkInHand(JdbcClient jdbc, Holdings holdings, StandIns standIns) {
        this.jdbc = jdbc;
        this.holdings = holdings;
        this.standIns = standIns;
    }

    @Override
    public Map<String, List<Held>> of(Collection<String> numbers) {
        var people = new HashMap<String, Set<String>>();
        return open(numbers).stream()
                .filter(task -> TaskDuties.of(task.key()).isPresent())
                .collect(Collectors.groupingBy(
                        Open::number,
                        Collectors.mapping(
                                task -> new Held(TaskDuties.of(task.key()).orElseThrow(), people(task, people)),
                                Collectors.toList())));
    }

    private Set<String> people(Open task, Map<String, Set<String>> found) {
        if (task.assignee() != null) {
            return Set.of(task.assignee());
        }
        return task.groups().size() == 1
                ? found.computeIfAbsent(
                        task.groups().get(0),
                        group -> holdings.find(group).map(standIns::holders).orElse(Set.of()))
                : Set.of();
    }

    private List<Open> open(Collection<String> numbers) {
        return jdbc.sql("""
                select p.business_key_, t.task_def_key_, t.assignee_,
                    -- Others may claim it; whoever answers for it has it meanwhile.
                    case when t.task_def_key_ = any (:handling) and exists (select from claim_order o
                            where o.appeal = p.business_key_ and not exists (
                                select from claim_step s where s.offer = o.id and s.step = 'closed'))
                        then array(select v.text_ from act_ru_variable v
                            where v.execution_id_ = p.id_ and v.name_ = :assigned and v.text_ is not null)
                        else array(select l.group_id_ from act_ru_identitylink l
                            where l.task_id_ = t.id_ and l.group_id_ is not null) end groups
                from act_ru_execution p join act_ru_task t on t.proc_inst_id_ = p.id_
                where p.business_key_ = any (:numbers)""")
                .param("numbers", numbers.toArray(String[]::new))
                .param("handling", AppealHandling.HANDLING.toArray(String[]::new))
                .param("assigned", AppealVariables.CANDIDATE_GROUP.name())
                .query((rs, row) ->
                        new Open(rs.getString(1), rs.getString(2), rs.getString(3), strings(rs.getArray("groups"))))
                .list();
    }

    private static List<String> strings(Array array) throws java.sql.SQLException {
        return List.of((String[]) array.getArray());
    }
}
