package org.minqing.appeal;

import java.time.InstantSource;
import java.util.List;
import org.minqing.database.TimeColumn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Members of staff whom an appeal is about. To them it does not exist, whatever their post lets them see: the tables themselves
 * hide it, as {@code V17__not_about_the_reader.sql} explains.
 */
@Repository
public class Subjects {

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Subjects(JdbcClient jdbc, InstantSource clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** User ids, in the order in which they were named. */
    public List<String> of(String number) {
        return jdbc.sql("select person from appeal_subject where appeal = ? order by named_at, person")
                .param(number)
                .query(String.class)
                .list();
    }

    /** Whether an appeal is about whoever reads: what others counted before him then tells too much. */
    public boolean includeReader() {
        return jdbc.sql("select hidden_appeals() <> '{}'").query(Boolean.class).single();
    }

    /** Once named is named: taking it back would show the appeal to the person. Naming twice changes nothing. */
    @Transactional
    public void name(Appeal appeal, Actor by, String person) {
        var now = clock.instant();
        var fresh = jdbc.sql("""
                insert into appeal_subject (appeal, person, named_by, named_at) values (?, ?, ?, ?)
                on conflict do nothing""")
                .params(appeal.number(), person, by.person(), TimeColumn.of(now))
                .update();
        if (fresh == 1) {
            events.publishEvent(
                    new AppealEvent.SubjectNamed(appeal.number(), appeal.round(), now, by, "登记被反映人，被反映人不再看到这件诉求"));
        }
    }
}
