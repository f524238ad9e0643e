package org.minqing.access;

import java.util.List;
import java.util.Optional;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Subjects;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffAccount;
import org.minqing.security.StaffDirectory;
import org.minqing.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Who may read an appeal, asked by somebody else: nobody is told of what he could not read on the page. */
@Component
public class AppealReaders {

    private final StaffDirectory directory;
    private final Colleagues colleagues;
    private final AppealAccess access;
    private final Subjects subjects;
    private final ConfidentialRules rules;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    AppealReaders(
            StaffDirectory directory,
            Colleagues colleagues,
            AppealAccess access,
            Subjects subjects,
            ConfidentialRules rules,
            JdbcClient jdbc,
            TransactionOperations transaction) {
        this.directory = directory;
        this.colleagues = colleagues;
        this.access = access;
        this.subjects = subjects;
        this.rules = rules;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Everybody who works there and seems to, in the order of the posts. */
    public List<Colleagues.Colleague> of(Appeal appeal) {
        return colleagues.of(appeal.locality()).stream()
                .filter(colleague -> seems(colleague.userId(), appeal))
                .toList();
    }

    /**
     * Whether he may as far as the others can know. Whom an appeal is about could read it by his post, and they are not to find out
     * that it is he.
     */
    public boolean seems(String person, Appeal appeal) {
        // What is not confidential is hidden from nobody but whom it is about.
        return member(person, appeal)
                .filter(member -> !appeal.confidential()
                        || opens(person, appeal.number())
                        || rules.reads(member) && subjects.of(appeal.number()).contains(person))
                .isPresent();
    }

    /** Whether he may. Somebody whom there is not, or whose account is closed, may not. */
    public boolean include(String person, Appeal appeal) {
        return member(person, appeal)
                .filter(member -> opens(person, appeal.number()))
                .isPresent();
    }

    private Optional<StaffMember> member(String person, Appeal appeal) {
        return directory.account(person).map(StaffAccount::member).filter(member -> access.maySee(member, appeal));
    }

    private boolean opens(String person, String number) {
        return Boolean.TRUE.equals(transaction.execute(tx -> opensTo(person, number)));
    }

    /** What is about him the database hides; so it is asked in his name, and then again in that of whoever asked before. */
    private boolean opensTo(String person, String number) {
        var reader = setting("reader");
        var inHand = setting("in_hand");
        read(person, "");
        try {
            return jdbc.sql("select exists (select from appeal where number = ?)")
                    .param(number)
                    .query(Boolean.class)
                    .single();
        } finally {
            read(reader, inHand);
        }
    }

    private String setting(String name) {
        return jdbc.sql("select coalesce(current_setting(?, true), '')")
                .param("minqing." + name)
                .query(String.class)
                .single();
    }

    /** For this transaction only. What whoever asks has in hand is not in the hands of the other. */
    private void read(String person, String inHand) {
        jdbc.sql("select set_config('minqing.reader', ?, true) || set_config('minqing.in_hand', ?, true)")
                .params(person, inHand)
                .query(String.class)
                .single();
    }
}
