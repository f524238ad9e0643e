package org.minqing.people;

import java.util.List;
import java.util.Optional;
import org.minqing.people.PersonActs.Told;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets somebody in again who forgot his password, or typed it wrong too often. */
@Service
public class Passwords {

    private static final int LONGEST = 200;

    private final StaffAccounts accounts;
    private final People people;
    private final PersonActs acts;
    private final TransactionTemplate transaction;

    Passwords(StaffAccounts accounts, People people, PersonActs acts, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.people = people;
        this.acts = acts;
        this.transaction = transaction;
    }

    /**
     * @param typed empty to have one drawn
     * @return the password that counts from now on
     * @throws InvalidInput if the rules forbid it
     * @throws Refusal      if the account is closed
     */
    public String renew(StaffMember by, String userId, String typed) {
        var account = requireOpen(people.get(userId));
        var password = typed.isEmpty() ? DrawnPassword.draw() : typed;
        flaw(accounts, password, userId, account.name()).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        var secret = accounts.secret(password);
        transaction.executeWithoutResult(status -> {
            acts.begin();
            var now = requireOpen(people.get(userId));
            accounts.password(by.userId(), userId, secret);
            accounts.unlock(userId);
            acts.write(now, now, new Told(PersonActKind.PASSWORD, 0, "", false, by.userId()));
        });
        return password;
    }

    /** @throws Refusal if the account is closed */
    public void unlock(StaffMember by, String userId) {
        transaction.executeWithoutResult(status -> {
            acts.begin();
            var account = requireOpen(people.get(userId));
            accounts.unlock(userId);
            acts.write(account, account, new Told(PersonActKind.UNLOCKED, 0, "", false, by.userId()));
        });
    }

    static Account requireOpen(Account account) {
        if (!account.open()) {
            throw Refusal.conflict("这个账号已停用，请先恢复。", "The account is closed; open it again first.");
        }
        return account;
    }

    static Optional<FieldProblem> flaw(StaffAccounts accounts, String password, String userId, String name) {
        return password.length() <= LONGEST && accounts.allows(password, userId, name)
                ? Optional.empty()
                : Optional.of(new FieldProblem(
                        "password",
                        "密码至少 12 位、最多 " + LONGEST + " 位，不能含有用户名或姓名",
                        "must have 12 to " + LONGEST + " characters, without id and name"));
    }
}
