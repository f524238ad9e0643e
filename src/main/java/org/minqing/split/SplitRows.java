package org.minqing.split;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEventKind;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of sub-cases beside the appeals that they are. */
@Repository
class SplitRows {

    private final JdbcClient jdbc;

    SplitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void removed(String subCase, Actor by, Instant at, String ground) {
        jdbc.sql("insert into sub_case_removal (appeal, at, person, person_as, ground) values (?, ?, ?, ?, ?)")
                .params(subCase, TimeColumn.of(at), by.person(), by.as(), ground)
                .update();
    }

    /** Why they were taken out, by number; the others are left out. */
    Map<String, String> grounds(Collection<String> subCases) {
        return jdbc
                .sql("select appeal, ground from sub_case_removal where appeal = any (?)")
                .param(subCases.toArray(String[]::new))
                .query((rs, row) -> Map.entry(rs.getString("appeal"), rs.getString("ground")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The last result of each that has one, by number, as its handler wrote it. */
    Map<String, String> results(Collection<String> subCases) {
        return jdbc
                .sql("""
                        select distinct on (appeal) appeal, text from appeal_event
                        where appeal = any (?) and kind = ? order by appeal, id desc""")
                .params(subCases.toArray(String[]::new), AppealEventKind.RESULTED.code())
                .query((rs, row) -> Map.entry(rs.getString("appeal"), rs.getString("text")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether others set out because somebody is in danger, and he still is. */
    boolean inDanger(String number) {
        return jdbc.sql("select danger_posts <> '' and made_safe_at is null and round = 0 from appeal where number = ?")
                .param(number)
                .query(Boolean.class)
                .single();
    }
}
