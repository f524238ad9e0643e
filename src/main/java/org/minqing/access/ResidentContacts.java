package org.minqing.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.minqing.appeal.Actor;
import org.minqing.database.TimeColumn;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.TextRule;
import org.minqing.relay.Relaying;
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

    /**
     * @param phone       may be null, like the name
     * @param otherPhones by which staff reached him, newest first
     * @param relayedBy   who told of it for him, and who passed it on
     */
    public record Contact(
            String name, String phone, boolean anonymous, List<String> otherPhones, List<Relaying.Told> relayedBy) {

        /** Nothing was left, or nothing that whoever asks may know: both look alike. */
        public static final Contact NONE = new Contact(null, null, true, List.of(), List.of());
    }

    /** @param person user id */
    public record Look(String at, String person, String purpose) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ConfidentialRules rules;
    private final Relaying relaying;

    ResidentContacts(JdbcClient jdbc, InstantSource clock, ConfidentialRules rules, Relaying relaying) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rules = rules;
        this.relaying = relaying;
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
            return Optional.of(Contact.NONE);
        }
        looked(person, number, purpose, way);
        var others = jdbc.sql("select phone from contact_number where appeal = ? order by entered_at desc, phone")
                .param(number)
                .query(String.class)
                .list();
        var relayedBy = relaying.of(number);
        var left = jdbc.sql("select name, phone, anonymous from appeal_contact where appeal = ?")
                .param(number)
                .query((rs, row) -> new Contact(
                        rs.getString("name"), rs.getString("phone"), rs.getBoolean("anonymous"), others, relayedBy))
                .optional();
        return others.isEmpty() && relayedBy.isEmpty()
                ? left
                : left.or(() -> Optional.of(new Contact(null, null, false, others, relayedBy)));
    }

    /**
     * He found the appeal by a phone number, and so knows whose it is: that is a look. The caller has checked that he may.
     *
     * @param purpose why he looked for it
     */
    @Transactional
    public void found(StaffMember person, String number, String purpose) {
        looked(person, number, purpose, LookWay.SEARCH);
    }

    /**
     * He searched by a phone number and was shown nothing: he has learnt that, and that he tried is kept, without the number.
     *
     * @param purpose why he looked for it
     */
    @Transactional
    public void soughtInVain(StaffMember person, String purpose) {
        inLocality(person, purpose, LookWay.SEARCH);
    }

    /**
     * He took away what he had found: many appeals at once, so that the locality says whose auditors read it.
     *
     * @param purpose how many, and as what kind of file
     */
    @Transactional
    public void exported(StaffMember person, String purpose) {
        inLocality(person, purpose, LookWay.EXPORT);
    }

    /** He gave the resident another code, and made sure before who it is: that is a look. The caller has checked that he may. */
    @Transactional
    public void codeGiven(StaffMember person, String number, String purpose) {
        looked(person, number, purpose, LookWay.CODE);
    }

    /** A look that is about no single appeal. */
    private void inLocality(StaffMember person, String purpose, LookWay way) {
        jdbc.sql("insert into contact_access (locality, person, purpose, way, at) values (?, ?, ?, ?, ?)")
                .params(person.locality(), person.userId(), purpose, way.code(), TimeColumn.of(clock.instant()))
                .update();
    }

    private void looked(StaffMember person, String number, String purpose, LookWay way) {
        jdbc.sql("insert into contact_access (appeal, person, purpose, way, at) values (?, ?, ?, ?, ?)")
                .params(number, person.userId(), purpose, way.code(), TimeColumn.of(clock.instant()))
                .update();
    }

    /** Whether there is a number by which this person could have called: one that he may see, or that he entered himself. */
    public boolean phoneKnown(StaffMember person, String number) {
        return jdbc.sql("""
                select :sees and exists (select from appeal_contact where appeal = :appeal and phone is not null)
                    or exists (select from contact_number where appeal = :appeal and (:sees or entered_by = :person))""")
                .param("appeal", number)
                .param("person", person.userId())
                .param("sees", !withheld(person, number))
                .query(Boolean.class)
                .single();
    }

    /** A number by which somebody was reached, besides the one that was left. It is looked up like that one. */
    public void add(String number, Actor by, String phone) {
        jdbc.sql("""
                insert into contact_number (appeal, phone, entered_by, entered_at)
                select :appeal, :phone, :by, :at
                where not exists (select from appeal_contact where appeal = :appeal and phone = :phone)
                on conflict do nothing""")
                .param("appeal", number)
                .param("phone", phone)
                .param("by", by.person())
                .param("at", TimeColumn.of(clock.instant()))
                .update();
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
