package org.minqing.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.minqing.organisation.Holdings;
import org.minqing.people.PersonActs.Told;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives somebody other posts, or writes his name right. */
@Service
public class Moving {

    private final StaffAccounts accounts;
    private final People people;
    private final AccountRules rules;
    private final Holdings holdings;
    private final PersonActs acts;
    private final TransactionTemplate transaction;

    Moving(
            StaffAccounts accounts,
            People people,
            AccountRules rules,
            Holdings holdings,
            PersonActs acts,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.people = people;
        this.rules = rules;
        this.holdings = holdings;
        this.acts = acts;
        this.transaction = transaction;
    }

    /**
     * What would follow.
     *
     * @param posts groups; not asked of an administrator
     * @throws InvalidInput naming each field that is wrong
     * @throws Refusal      if the account is closed
     */
    public Handback before(String userId, String name, List<String> posts) {
        var account = Passwords.requireOpen(people.get(userId));
        var problems = Stream.of(
                        rules.name(name), account.administrator() ? Optional.<FieldProblem>empty() : rules.posts(posts))
                .flatMap(Optional::stream)
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return handback(account, posts, accounts.all(), accounts.heldBy(Set.of(userId)));
    }

    /**
     * @param seen the digest of what {@link #before} showed
     * @throws Refusal if something else would follow by now
     */
    public void move(StaffMember by, String userId, String name, List<String> posts, String seen) {
        transaction.executeWithoutResult(status -> {
            acts.begin();
            var handback = before(userId, name, posts);
            if (!handback.digest().equals(seen)) {
                throw Refusal.conflict("情况刚刚有变，请再看一遍。", "Something changed meanwhile; look again.");
            }
            move(by.userId(), people.get(userId), name, posts, handback, false);
        });
    }

    /** Within a transaction that began its act, after everything was checked. */
    public void move(String by, Account account, String name, List<String> posts, Handback handback, boolean byList) {
        var groups = left(account, posts);
        if (name.equals(account.name()) && Set.copyOf(groups).equals(Set.copyOf(account.groups()))) {
            return;
        }
        accounts.release(handback.tasks());
        accounts.rename(by, account.userId(), name);
        accounts.groups(by, account.userId(), groups);
        var moved = new Account(account.userId(), name, groups, account.administrator(), null);
        acts.write(
                account, moved, new Told(PersonActKind.CHANGED, handback.tasks().size(), "", byList, by));
    }

    /** The same for somebody who was looked up before, as all others and the tasks in his hand. */
    public Handback handback(Account account, List<String> posts, List<Account> all, List<HeldTask> held) {
        return Handback.of(account, left(account, posts), all, held);
    }

    /** The groups after a move. A post that is in no file any more goes; a group that is no post of ours stays. */
    public List<String> left(Account account, List<String> posts) {
        if (account.administrator()) {
            return account.groups();
        }
        var left = new ArrayList<>(account.groups());
        left.removeIf(group -> holdings.find(group).isPresent() || accounts.isPost(group));
        left.addAll(posts);
        return left;
    }
}
