package org.minqing.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minqing.appeal.Contact;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contacts, what residents say about them, and what was found out. */
@Repository
class ContactRows {

    private final JdbcClient jdbc;

    ContactRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void claim(String appeal, boolean first, Contact contact, String person, Instant now) {
        jdbc.sql("""
                insert into contact_claim (appeal, first, reached, how, whom, contacted_at, person, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        appeal,
                        first,
                        contact.reached(),
                        contact.how(),
                        contact.whom(),
                        TimeColumn.of(contact.at()),
                        person,
                        TimeColumn.of(now))
                .update();
    }

    /** Oldest first. One denial, from wherever, is a denial. */
    List<ContactClaim> claims(String appeal) {
        return jdbc.sql("""
                select c.*, (select bool_or(not a.reached) from contact_answer a where a.claim = c.id) as denied
                from contact_claim c where c.appeal = ? order by c.id""")
                .param(appeal)
                .query((rs, row) -> new ContactClaim(
                        rs.getLong("id"),
                        rs.getBoolean("first"),
                        new Contact(rs.getString("how"), rs.getString("whom"), TimeColumn.read(rs, "contacted_at")),
                        rs.getString("person"),
                        TimeColumn.read(rs, "recorded_at"),
                        rs.getObject("denied", Boolean.class)))
                .list();
    }

    /** @return false if the resident said so there before: what he said first stands */
    boolean answer(long claim, String source, boolean reached, Instant now) {
        return jdbc.sql(
                                "insert into contact_answer (claim, source, reached, at) values (?, ?, ?, ?) on conflict do nothing")
                        .params(claim, source, reached, TimeColumn.of(now))
                        .update()
                == 1;
    }

    /** Oldest first. */
    List<ContactCheck> checks(String appeal) {
        return jdbc.sql("select * from contact_check where appeal = ? order by id")
                .param(appeal)
                .query((rs, row) -> new ContactCheck(
                        rs.getLong("id"),
                        rs.getLong("claim"),
                        rs.getString("why"),
                        TimeColumn.read(rs, "opened_at"),
                        rs.getInt("rung"),
                        TimeColumn.read(rs, "due_at"),
                        rs.getString("decided_by"),
                        rs.getObject("made", Boolean.class)))
                .list();
    }

    Optional<ContactCheck> open(String appeal) {
        return checks(appeal).stream().filter(ContactCheck::open).findFirst();
    }

    void check(String appeal, long claim, String why, Instant now) {
        jdbc.sql("insert into contact_check (appeal, claim, why, opened_at) values (?, ?, ?, ?)")
                .params(appeal, claim, why, TimeColumn.of(now))
                .update();
    }

    void handed(long check, int rung, Instant due) {
        jdbc.sql("update contact_check set rung = ?, due_at = ? where id = ?")
                .params(rung, TimeColumn.of(due), check)
                .update();
    }

    void decided(long check, String person, boolean made, Instant now) {
        jdbc.sql("update contact_check set decided_by = ?, decided_at = ?, made = ? where id = ?")
                .params(person, TimeColumn.of(now), made, check)
                .update();
    }
}
