package org.minqing.wording;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.appeal.AppealEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The grams of each appeal: of its title, the resident's words, what was heard in his voice messages and the latest summary. As
 * personal as the words themselves, and hidden with them.
 */
@Component
public class AppealWords {

    private static final String TOLD = """
            select a.number, a.locality, concat_ws(chr(10), a.title, o.description,
                (select text from appeal_summary s where s.appeal = a.number order by version desc limit 1),
                (select string_agg(words, chr(10)) from attachment_words w where w.appeal = a.number)) as told
            from appeal a join appeal_original o on o.appeal = a.number
            where\s""";

    private record Told(String number, String locality, String text) {}

    private final JdbcClient jdbc;

    AppealWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By number; those that have none yet are left out. */
    public Map<String, Set<String>> of(Collection<String> numbers) {
        return jdbc
                .sql("select appeal, grams from appeal_words where appeal = any (?)")
                .param(numbers.toArray(String[]::new))
                .query((rs, row) -> Map.entry(
                        rs.getString(1), Set.of((String[]) rs.getArray(2).getArray())))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is told of an appeal, as its grams are made of it. */
    public String told(String number) {
        return jdbc.sql(TOLD + "a.number = ?")
                .param(number)
                .query((rs, row) -> rs.getString("told"))
                .single();
    }

    /** In the transaction that registers it. */
    @EventListener
    void on(AppealEvent.Received event) {
        write(event.number());
    }

    /** A summary has the words in which officials look for it. */
    @EventListener
    void on(AppealEvent.SummaryWritten event) {
        write(event.number());
    }

    /** More was told of it, in the transaction of the caller. */
    public void rewrite(String number) {
        write(number);
    }

    private void write(String number) {
        jdbc.sql(TOLD + "a.number = ?")
                .param(number)
                .query((rs, row) -> new Told(rs.getString(1), rs.getString(2), rs.getString(3)))
                .list()
                .forEach(told -> write(told, "do update set grams = excluded.grams"));
    }

    private void write(Told told, String ifThere) {
        jdbc.sql("insert into appeal_words (appeal, locality, grams) values (?, ?, ?) on conflict (appeal) " + ifThere)
                .params(told.number(), told.locality(), Grams.of(told.text()).toArray(String[]::new))
                .update();
    }

    /**
     * Makes the grams of appeals that have none, in the order of their numbers.
     *
     * @param after number of the last one that was looked at; empty to begin
     * @return number of the last one now; empty if there are no more
     */
    String fill(String after, int most) {
        var missing = jdbc.sql(TOLD + """
                a.number > ? and not exists (select from appeal_words w where w.appeal = a.number)
                order by a.number limit ?""")
                .params(after, most)
                .query((rs, row) -> new Told(rs.getString(1), rs.getString(2), rs.getString(3)))
                .list();
        // Whoever wrote meanwhile knew more.
        missing.forEach(told -> write(told, "do nothing"));
        return missing.size() < most ? "" : missing.get(missing.size() - 1).number();
    }
}
