package org.minqing.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minqing.people.PersonActs.Told;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens an account. */
@Service
public class Opening {

    private final StaffAccounts accounts;
    private final AccountRules rules;
    private final PersonActs acts;
    private final TransactionTemplate transaction;

    Opening(StaffAccounts accounts, AccountRules rules, PersonActs acts, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.rules = rules;
        this.acts = acts;
        this.transaction = transaction;
    }

    /**
     * @param posts         groups; none for an administrator
     * @param administrator whether he is to run the system
     * @param password      empty to have one drawn
     */
    public record NewAccount(String user, String name, List<String> posts, boolean administrator, String password) {}

    /** @throws InvalidInput naming each field that is wrong */
    public String open(StaffMember by, NewAccount wanted) {
        var password = wanted.password().isEmpty() ? DrawnPassword.draw() : wanted.password();
        requireSound(wanted, password);
        // A strong hash is slow on purpose, and a lock is not held meanwhile.
        var secret = accounts.secret(password);
        transaction.executeWithoutResult(status -> {
            acts.begin();
            requireSound(wanted, password);
            open(by.userId(), wanted, secret, false);
        });
        return password;
    }

    /** Within a transaction that began its act, after everything was checked. */
    public void open(String by, NewAccount wanted, StaffAccounts.Secret secret, boolean byList) {
        var groups = wanted.administrator() ? List.of(accounts.administrators()) : wanted.posts();
        accounts.open(by, wanted.user(), wanted.name(), secret, groups);
        var opened = new Account(wanted.user(), wanted.name(), groups, wanted.administrator(), null);
        acts.write(null, opened, new Told(PersonActKind.OPENED, 0, "", byList, by));
    }

    private void requireSound(NewAccount wanted, String password) {
        var problems = new ArrayList<FieldProblem>();
        Stream.of(
                        rules.user(wanted.user(), AccountRules.taken(accounts.all())),
                        rules.name(wanted.name()),
                        wanted.administrator() ? Optional.<FieldProblem>empty() : rules.posts(wanted.posts()))
                .flatMap(Optional::stream)
                .forEach(problems::add);
        if (problems.isEmpty()) {
            Passwords.flaw(accounts, password, wanted.user(), wanted.name()).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
