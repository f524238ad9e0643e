package org.minqing.appeal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.minqing.database.TimeColumn;
import org.minqing.problem.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Members of staff whom an appeal is about. To them it does not exist, whatever their post lets them see: the tables themselves
 * hide it, as {@code V17__not_about_the_reader.sql} and {@code V23__confidential.sql} explain.
 */
@Repository
public class Subjects {

    private static final String NAMED = "登记被反映人，被反映人不再看到这件诉求";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Subjects(JdbcClient jdbc, InstantSource clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** User ids: who was named, and who holds now what was named. */
    public List<String> of(String number) {
        return jdbc.sql("select person from subjects_of(?) person order by person")
                .param(number)
                .query(String.class)
                .list();
    }

    /** Whether an appeal is about whoever reads. */
    public boolean includeReader() {
        return jdbc.sql("select count(*) > 0 from about_reader()")
                .query(Boolean.class)
                .single();
    }

    /** Stands for all the appeals that whoever reads does not see: what was counted for a reader of others tells too much. */
    public String hiddenFromReader() {
        return jdbc.sql("select array_to_string(hidden_appeals(), ' ')")
                .query(String.class)
                .single();
    }

    /** When the first came that whoever reads does not see: what was counted before is the same for him. */
    public Optional<Instant> hiddenSince() {
        return jdbc.sql("select hidden_since() as since")
                .query((rs, row) -> Optional.ofNullable(TimeColumn.read(rs, "since")))
                .single();
    }

    /** Once named is named: taking it back would show the appeal to the person. Naming twice changes nothing. */
    @Transactional
    public void name(Appeal appeal, Actor by, String person) {
        name(appeal, by, "appeal_subject (appeal, person, named_by, named_at)", person);
    }

    /**
     * The same for all who hold a post, now or later.
     *
     * @param holding group of a post, or code of a unit: then all who hold a post of it, or of a unit below it
     */
    @Transactional
    public void nameHolding(Appeal appeal, Actor by, String holding) {
        name(appeal, by, "appeal_subject_post (appeal, holding, named_by, named_at)", holding);
    }

    private void name(Appeal appeal, Actor by, String row, String who) {
        // Whoever is not to see one is not to see the other: both are hidden by what is named of the whole.
        if (appeal.subCase()) {
            throw Refusal.conflict("分件随主件，请在主件登记被反映人。", "Name the subject of the whole; its sub-cases follow.");
        }
        var now = clock.instant();
        var fresh = jdbc.sql("insert into " + row + " values (?, ?, ?, ?) on conflict do nothing")
                .params(appeal.number(), who, by.person(), TimeColumn.of(now))
                .update();
        if (fresh == 1) {
            events.publishEvent(new AppealEvent.SubjectNamed(appeal.number(), appeal.round(), now, by, NAMED));
        }
    }

    /** Whether somebody still has to find out whom a confidential appeal is about. */
    public boolean unknown(Appeal appeal) {
        return appeal.confidential()
                && jdbc.sql("select count(*) from subject_naming where appeal = ?")
                                .param(appeal.number())
                                .query(Long.class)
                                .single()
                        == 0;
    }

    /**
     * All are named; from now on others may see it.
     *
     * @param reason why nobody who works here is concerned; null if somebody was named
     */
    @Transactional
    public void known(Appeal appeal, Actor by, String reason) {
        var now = clock.instant();
        jdbc.sql("insert into subject_naming (appeal, named_by, named_at, reason) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(appeal.number(), by.person(), TimeColumn.of(now), reason)
                .update();
        if (reason != null) {
            events.publishEvent(
                    new AppealEvent.SubjectNamed(appeal.number(), appeal.round(), now, by, "经核实，不涉及本地工作人员"));
        }
    }

    /** Why nobody who works here is concerned; empty if somebody is, or nobody has found out. */
    public Optional<String> unconcerned(String number) {
        return jdbc.sql("select reason from subject_naming where appeal = ? and reason is not null")
                .param(number)
                .query(String.class)
                .optional();
    }

    /** Keeps whom the resident complains about, in his words. */
    public void accused(String number, String words) {
        jdbc.sql("insert into appeal_accused (appeal, accused) values (?, ?)")
                .params(number, words)
                .update();
    }

    /** The same for whoever finds out; empty if the resident named nobody. */
    public Optional<String> accused(String number) {
        return jdbc.sql("select accused from appeal_accused where appeal = ?")
                .param(number)
                .query(String.class)
                .optional();
    }

    /** Of these people, those who hold what is named; whoever names it must not be among them. */
    public List<String> holders(Collection<String> holdings) {
        return jdbc.sql("""
                select distinct m.user_id_ from holding h join act_id_membership m on m.group_id_ = h.group_id
                where array[h.group_id] && ?::text[] or h.units && ?::text[]""")
                .params(holdings.toArray(String[]::new), holdings.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
