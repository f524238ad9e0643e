package org.minqing.wording;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.minqing.access.Reach;
import org.minqing.database.Conditions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks for appeals in the database. Whether somebody may see them {@code AppealAccess} knows. */
@Repository
public class AppealSearch {

    private static final String SAID = """
            position(:%1$s in lower(normalize(concat_ws(chr(10), a.title,
                (select description from appeal_original o where o.appeal = a.number),
                (select text from appeal_summary s where s.appeal = a.number order by version desc limit 1),
                (select string_agg(words, chr(10)) from attachment_words w where w.appeal = a.number)), nfkc))) > 0""";

    private final JdbcClient jdbc;

    AppealSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers of the appeals with one of these phones. */
    public Set<String> withPhone(Collection<String> phones) {
        return new TreeSet<>(jdbc.sql("select appeals_of_phone(?)")
                .param(phones.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /**
     * Numbers, in the order that was asked for. Sub-cases are found as part of the whole, or by their own number.
     *
     * @param reach  among which those are that he may see: each is still to be asked for
     * @param among  null for all
     * @param before how many are passed over
     */
    public List<String> numbers(Reach reach, Sought asked, Collection<String> among, int most, long before) {
        var conditions = new Conditions()
                .when("a.number = :number", asked.number())
                .when("a.parent is null", asked.number() == null)
                .when("a.number = any (:among)", among)
                .when("a.unit = any (:units)", asked.units())
                .when("a.submitted_at >= :from", asked.from())
                .when("a.submitted_at < :until", asked.until())
                .when("a.status = :state", asked.status());
        if (!asked.words().isEmpty()) {
            conditions.when("a.number in (select appeals_saying(:grams, :locality))", grams(asked.words()));
        }
        for (int i = 0; i < asked.words().size(); i++) {
            conditions.when(SAID.formatted("word" + i), asked.words().get(i));
        }
        conditions.when(Reach.HIS, !reach.all());
        return jdbc.sql("select a.number from appeal a where a.locality = :locality" + conditions.and() + " order by "
                        + asked.order().by().sql() + "a.submitted_at desc, a.number desc limit :most offset :before")
                .params(conditions.values())
                .param("locality", reach.locality())
                .params(reach.parameters())
                .param("ranks", asked.order().ranks().toArray(String[]::new))
                .param("most", most)
                .param("before", before)
                .query(String.class)
                .list();
    }

    private static Set<String> grams(List<String> words) {
        var grams = new TreeSet<String>();
        words.forEach(word -> grams.addAll(Grams.of(word)));
        return grams;
    }
}
