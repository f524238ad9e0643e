package org.minqing.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.minqing.database.TimeColumn;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.TextRule;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How to reach a resident. Each look is written down before it is answered, in the same transaction. Who asked to stay unnamed is
 * known to few (匿名), whatever others may see of his appeal.
 */
@Service
public class ResidentContacts {

    /** @param phone may be null, like the name */
    public record Contact(String name, String phone, boolean anonymous) {}

    /** @param person user id */
    public record Look(String at, String person, String purpose) {}

    /** Nothing that could be looked at, for whoever may not know: it looks as if nothing was left. */
    public static final Contact WITHHELD = new Contact(null, null, true);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ConfidentialRules rules;

    ResidentContacts(JdbcClient jdbc, InstantSource clock, ConfidentialRules rules) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rules = rules;
    }

    /** Whether the resident stays unnamed to this person, who reaches him by a question that others pass on. */
    public boolean withheld(StaffMember person, String number) {
        return !rules.knowsUnnamed(person)
                && jdbc.sql("select count(*) > 0 from appeal_contact where appeal = ? and anonymous")
                        .param(number)
                        .query(Boolean.class)
                        .single();
    }

    /** Who looked, newest first. */
    public List<Look> looks(String number) {
        return jdbc.sql("select at, person, purpose from contact_access where appeal = ? order by id desc")
                .param(number)
                .query((rs, row) ->
                        new Look(Times.iso(TimeColumn.read(rs, "at")), rs.getString("person"), rs.getString("purpose")))
                .list();
    }

    /**
     * The caller has checked that this person may see the appeal. Where the resident stays unnamed to him he sees nothing, and
     * that is no look.
     *
     * @param purpose why it is needed, in the person's own words
     * @return empty if the resident left nothing
     */
    @Transactional
    public Optional<Contact> reveal(StaffMember person, String number, String purpose, LookWay way) {
        if (withheld(person, number)) {
            return Optional.of(WITHHELD);
        }
        jdbc.sql("insert into contact_access (appeal, person, purpose, way, at) values (?, ?, ?, ?, ?)")
                .params(number, person.userId(), purpose, way.code(), TimeColumn.of(clock.instant()))
                .update();
        return jdbc.sql("select name, phone, anonymous from appeal_contact where appeal = ?")
                .param(number)
                .query(Contact.class)
                .optional();
    }

    /**
     * What somebody gives as his reason for looking.
     *
     * @throws InvalidInput if he gives none
     */
    public static String purpose(String purpose) {
        if (purpose.isEmpty()) {
            throw new InvalidInput("purpose", "请说明查看原因", "is required");
        }
        TextRule.flaw("purpose", purpose, 200).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        return purpose;
    }
}
