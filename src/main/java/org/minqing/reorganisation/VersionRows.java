package org.minqing.reorganisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code organisation_version}. */
@Repository
class VersionRows {

    private static final String SELECT = """
            select id, locality, tree, edition, coalesce(published_by, changed_by) by, coalesce(published_at, changed_at) at, reason,
              effective_on, withdrawn_at is not null withdrawn
            from organisation_version\s""";

    private final JdbcClient jdbc;

    VersionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Version> draft(String locality) {
        return jdbc.sql(SELECT + "where locality = ? and effective_on is null and withdrawn_at is null")
                .param(locality)
                .query(VersionRows::version)
                .optional();
    }

    /** Of each locality the one that holds on a day; none where its files hold. */
    List<Version> holding(LocalDate day) {
        return jdbc.sql("select distinct on (locality) * from (" + SELECT + """
                        where effective_on <= ? and withdrawn_at is null) v order by locality, effective_on desc, id desc""")
                .param(day)
                .query(VersionRows::version)
                .list();
    }

    /** Those that were published, the latest first. */
    List<Version> published(String locality) {
        return jdbc.sql(SELECT + "where locality = ? and effective_on is not null order by effective_on desc, id desc")
                .param(locality)
                .query(VersionRows::version)
                .list();
    }

    private static Version version(ResultSet rs, int row) throws SQLException {
        return new Version(
                rs.getLong("id"),
                rs.getString("locality"),
                rs.getString("tree"),
                rs.getInt("edition"),
                rs.getString("by"),
                TimeColumn.read(rs, "at"),
                rs.getString("reason"),
                rs.getObject("effective_on", LocalDate.class),
                rs.getBoolean("withdrawn"));
    }

    /** @throws org.springframework.dao.DuplicateKeyException if somebody began one in the same moment */
    void begin(String locality, String tree, String by, Instant at) {
        jdbc.sql("insert into organisation_version (locality, tree, changed_by, changed_at) values (?, ?, ?, ?)")
                .params(locality, tree, by, TimeColumn.of(at))
                .update();
    }

    /** @return whether nobody changed it meanwhile */
    boolean change(long id, int edition, String tree, String by, Instant at) {
        return jdbc.sql("""
                        update organisation_version set tree = ?, edition = edition + 1, changed_by = ?, changed_at = ?
                        where id = ? and edition = ? and effective_on is null and withdrawn_at is null""").params(tree, by, TimeColumn.of(at), id, edition).update() == 1;
    }

    /** @return whether nobody changed it meanwhile */
    boolean publish(long id, int edition, LocalDate day, String reason, String by, Instant at) {
        return jdbc.sql("""
                        update organisation_version set effective_on = ?, reason = ?, published_by = ?, published_at = ?
                        where id = ? and edition = ? and effective_on is null and withdrawn_at is null""")
                        .params(day, reason, by, TimeColumn.of(at), id, edition)
                        .update()
                == 1;
    }

    /** A draft, or one that was published for a day to come. @return whether there was one */
    boolean withdraw(long id, String locality, LocalDate today, String by, Instant at) {
        return jdbc.sql("""
                        update organisation_version set withdrawn_by = ?, withdrawn_at = ?
                        where id = ? and locality = ? and withdrawn_at is null and (effective_on is null or effective_on > ?)""").params(by, TimeColumn.of(at), id, locality, today).update() == 1;
    }
}
