package org.minqing.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.minqing.appeal.Appeal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes out of a text who the other reporters are: whoever wrote it may have had one of them in mind. */
@Component
class OthersUnnamed {

    /** A single sign is part of too many words. */
    private static final int SHORTEST_NAME = 2;

    private static final Pattern MOBILE = Pattern.compile("(?<![0-9])1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])");

    private final JdbcClient jdbc;
    private final Reporters reporters;

    OthersUnnamed(JdbcClient jdbc, Reporters reporters) {
        this.jdbc = jdbc;
        this.reporters = reporters;
    }

    /** This is no look at how to reach somebody: nobody reads what is found. */
    UnaryOperator<String> inMatterOf(Appeal own) {
        var original = reporters.original(own).number();
        var names = told("name", "appeal_contact", original, own);
        var phones = told("phone", "appeal_contact", original, own);
        phones.addAll(told("phone", "contact_number", original, own));
        names.addAll(told("name", "appeal_relay", original, own));
        phones.addAll(told("phone", "appeal_relay", original, own));
        return text -> {
            var left = text;
            for (var name : names) {
                left = name.strip().length() < SHORTEST_NAME ? left : left.replace(name.strip(), "其他反映人");
            }
            for (var phone : phones) {
                left = left.replace(phone, "（号码不显示）");
            }
            return MOBILE.matcher(left).replaceAll("（号码不显示）");
        };
    }

    /** The longest first, so that none is left in part. */
    private List<String> told(String column, String table, String original, Appeal own) {
        return new ArrayList<>(jdbc.sql("select " + column + " from " + table
                        + " where appeal in (select reporters_of(?)) and appeal <> ?" + " and " + column
                        + " is not null order by length(" + column + ") desc")
                .params(original, own.number())
                .query(String.class)
                .list());
    }
}
