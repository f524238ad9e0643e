package org.minqing.people;

import java.util.List;
import java.util.Set;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.people.PersonActs.Told;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes the account of somebody who left (停用), and opens it again (恢复). His name stays where he acted. */
@Service
public class Closing {

    private final StaffAccounts accounts;
    private final People people;
    private final ClosedAccounts closed;
    private final Holdings holdings;
    private final PersonActs acts;
    private final TransactionTemplate transaction;

    Closing(
            StaffAccounts accounts,
            People people,
            ClosedAccounts closed,
            Holdings holdings,
            PersonActs acts,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.people = people;
        this.closed = closed;
        this.holdings = holdings;
        this.acts = acts;
        this.transaction = transaction;
    }

    /** What would follow. */
    public Handback before(String userId) {
        return Handback.of(people.get(userId), List.of(), accounts.all(), accounts.heldBy(Set.of(userId)));
    }

    /**
     * All at once: his tasks go back, his posts are withdrawn, and nobody signs in with it any more.
     *
     * @param seen the digest of what {@link #before} showed
     * @throws InvalidInput if no reason is given
     * @throws Refusal      if it is his own or the last of an administrator, or something else would follow by now
     */
    public void close(StaffMember by, String userId, String reason, String seen) {
        AccountRules.requireReason(reason);
        transaction.executeWithoutResult(status -> {
            acts.begin();
            var account = requireClosable(by, userId);
            var handback = before(userId);
            if (!handback.digest().equals(seen)) {
                throw Refusal.conflict("情况刚刚有变，请再看一遍。", "Something changed meanwhile; look again.");
            }
            accounts.release(handback.tasks());
            accounts.groups(by.userId(), userId, List.of());
            closed.add(userId, by.userId(), reason, account.groups());
            var told = new Told(PersonActKind.CLOSED, handback.tasks().size(), reason, false, by.userId());
            acts.write(account, with(account, List.of()), told);
        });
    }

    /** @throws Refusal if it must stay open */
    public Account requireClosable(StaffMember by, String userId) {
        var account = people.get(userId);
        if (!account.open()) {
            throw Refusal.conflict("这个账号已经停用。", "The account is closed already.");
        }
        if (userId.equals(by.userId())) {
            throw Refusal.conflict("不能停用自己的账号，请另一位管理员来做。", "Nobody closes his own account.");
        }
        if (account.administrator()
                && people.all().stream().filter(Account::administrator).count() < 2) {
            throw Refusal.conflict("这是最后一个管理员账号，不能停用。", "This is the last administrator.");
        }
        return account;
    }

    /**
     * Tasks that he took in the moment when his account was closed, before his session noticed.
     *
     * @throws Refusal if the account is open
     */
    public void releaseTheRest(StaffMember by, String userId) {
        transaction.executeWithoutResult(status -> {
            acts.begin();
            var account = requireClosed(userId);
            var left = accounts.heldBy(Set.of(userId));
            if (left.isEmpty()) {
                return;
            }
            accounts.release(left);
            var told =
                    new Told(PersonActKind.CLOSED, left.size(), account.closed().reason(), false, by.userId());
            acts.write(account, account, told);
        });
    }

    /**
     * @param withPosts whether he gets the posts back that he had, as far as they still exist
     * @throws Refusal if the account is open
     */
    public void reopen(StaffMember by, String userId, boolean withPosts) {
        transaction.executeWithoutResult(status -> {
            acts.begin();
            var account = requireClosed(userId);
            var groups = withPosts
                    ? account.closed().posts().stream()
                            .filter(group -> !accounts.isPost(group)
                                    || holdings.find(group).isPresent())
                            .toList()
                    : List.<String>of();
            closed.remove(userId);
            accounts.groups(by.userId(), userId, groups);
            acts.write(account, with(account, groups), new Told(PersonActKind.REOPENED, 0, "", false, by.userId()));
        });
    }

    /** Posts that he had and would get back. */
    public List<String> kept(Account account) {
        return holdings.of(account.lastGroups()).stream().map(Holding::group).toList();
    }

    private Account requireClosed(String userId) {
        var account = people.get(userId);
        if (account.open()) {
            throw Refusal.conflict("这个账号没有停用。", "The account is open.");
        }
        return account;
    }

    private static Account with(Account account, List<String> groups) {
        return new Account(account.userId(), account.name(), groups, account.administrator(), null);
    }
}
