package org.minqing.reorganisation;

import java.util.ArrayList;
import java.util.List;
import org.minqing.organisation.Holding;
import org.minqing.organisation.OrganisationDraft;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lies with a unit, and would lie with nobody if it went. */
@Component
class UnitUse {

    private final JdbcClient jdbc;

    UnitUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In words; empty if nothing does. */
    List<String> of(OrganisationDraft.Entry unit) {
        var words = new ArrayList<String>();
        add(words, "select count(*) from appeal where unit = ? and closed_at is null", unit.code(), "件在办诉求");
        add(words, "select count(*) from household where unit = ? and ended is null", unit.code(), "户住户");
        unit.posts().forEach(post -> ofPost(words, unit.code(), post));
        return words;
    }

    /** The same of one of its posts: those who fill it, and tasks that wait for it. */
    List<String> ofPost(String unit, String post) {
        var words = new ArrayList<String>();
        ofPost(words, unit, post);
        return words;
    }

    long households(String unit) {
        return count("select count(*) from household where unit = ? and ended is null", unit);
    }

    private void ofPost(List<String> words, String unit, String post) {
        var group = Holding.group(unit, post);
        add(words, "select count(*) from act_id_membership where group_id_ = ?", group, "人在岗");
        add(
                words,
                "select count(distinct task_id_) from act_ru_identitylink where group_id_ = ? and type_ = 'candidate'",
                group,
                "项待办");
    }

    private void add(List<String> words, String sql, String value, String what) {
        var count = count(sql, value);
        if (count > 0) {
            words.add(count + " " + what);
        }
    }

    private long count(String sql, String value) {
        return jdbc.sql(sql).param(value).query(Long.class).single();
    }
}
