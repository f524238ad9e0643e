package org.minqing.access;

import java.time.Instant;
import java.util.List;
import org.minqing.code.Coded;
import org.minqing.database.Conditions;
import org.minqing.database.TimeColumn;
import org.minqing.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Who looked at contact data, for whoever audits that: within his locality, and never what was seen. */
@Repository
public class ContactLooks {

    /**
     * @param person user id; null for everybody
     * @param appeal number; null for all
     * @param from   first moment, null for no limit
     * @param until  first moment behind, null for no limit
     */
    public record Filter(String person, String appeal, Instant from, Instant until) {}

    /**
     * @param appeal null where he searched by a phone number and found nothing, or took away all that he had found
     * @param way    null for a look of before it was written down
     */
    public record Look(Instant at, String person, String appeal, String purpose, LookWay way) {}

    private static final String IN_LOCALITY =
            " from contact_access l left join appeal a on a.number = l.appeal where coalesce(l.locality, a.locality) = :locality";

    private final JdbcClient jdbc;

    ContactLooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long count(StaffMember reader, Filter filter) {
        return asked("select count(*)", filter, "", reader).query(Long.class).single();
    }

    /** Newest first. */
    public List<Look> find(StaffMember reader, Filter filter, int most, long before) {
        return asked(
                        "select l.at, l.person, l.appeal, l.purpose, l.way",
                        filter,
                        " order by l.id desc limit :most offset :before",
                        reader)
                .param("most", most)
                .param("before", before)
                .query((rs, row) -> new Look(
                        TimeColumn.read(rs, "at"),
                        rs.getString("person"),
                        rs.getString("appeal"),
                        rs.getString("purpose"),
                        Coded.find(LookWay.class, rs.getString("way")).orElse(null)))
                .list();
    }

    /** User ids of everybody who ever looked, whether or not he still works here. */
    public List<String> people(StaffMember reader) {
        return asked("select distinct l.person", new Filter(null, null, null, null), " order by l.person", reader)
                .query(String.class)
                .list();
    }

    private StatementSpec asked(String select, Filter filter, String order, StaffMember reader) {
        var conditions = new Conditions()
                .when("l.person = :person", filter.person())
                .when("l.appeal = :appeal", filter.appeal())
                .when("l.at >= :from", filter.from())
                .when("l.at < :until", filter.until());
        return jdbc.sql(select + IN_LOCALITY + conditions.and() + order)
                .params(conditions.values())
                .param("locality", reader.locality());
    }
}
