package org.minqing.process.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.minqing.notice.OpenTasks;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.StandIns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open tasks in one look at the engine's tables. */
@Component
class EngineOpenTasks implements OpenTasks {

    private static final String OPEN = """
            select t.id_, t.name_, t.assignee_,
                array(select l.group_id_ from act_ru_identitylink l
                    where l.task_id_ = t.id_ and l.group_id_ is not null) groups
            from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
            where\s""";

    private final JdbcClient jdbc;
    private final Holdings holdings;
    private final StandIns standIns;

    EngineOpenTasks(JdbcClient jdbc, Holdings holdings, StandIns standIns) {
        this.jdbc = jdbc;
        this.holdings = holdings;
        this.standIns = standIns;
    }

    @Override
    public Optional<OpenTask> task(String id) {
        return jdbc.sql(OPEN + "t.id_ = ?").param(id).query(this::open).optional();
    }

    @Override
    public List<OpenTask> of(String number) {
        return jdbc.sql(OPEN + "p.business_key_ = ?")
                .param(number)
                .query(this::open)
                .list();
    }

    private OpenTask open(ResultSet row, int index) throws SQLException {
        var assignee = row.getString("assignee_");
        var groups = (String[]) row.getArray("groups").getArray();
        return new OpenTask(
                row.getString("id_"),
                row.getString("name_"),
                assignee != null,
                assignee != null ? Set.of(assignee) : people(groups));
    }

    private Set<String> people(String[] groups) {
        var people = new HashSet<String>();
        for (var group : groups) {
            holdings.find(group).map(standIns::holders).ifPresent(people::addAll);
        }
        return people;
    }
}
