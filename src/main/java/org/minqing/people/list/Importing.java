package org.minqing.people.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.minqing.file.SheetReader;
import org.minqing.people.DrawnPassword;
import org.minqing.people.Moving;
import org.minqing.people.Opening;
import org.minqing.people.PersonActs;
import org.minqing.people.StaffAccounts;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings a list of staff in: shown first, then done in one transaction, exactly as it was shown. */
@Service
public class Importing {

    /** Their passwords take a minute or two to be made, and whoever brings the list waits for them. */
    private static final int MOST_NEW = 1000;

    private final StaffListCheck check;
    private final StaffAccounts accounts;
    private final Opening opening;
    private final Moving moving;
    private final PersonActs acts;
    private final TransactionTemplate transaction;

    Importing(
            StaffListCheck check,
            StaffAccounts accounts,
            Opening opening,
            Moving moving,
            PersonActs acts,
            TransactionTemplate transaction) {
        this.check = check;
        this.accounts = accounts;
        this.opening = opening;
        this.moving = moving;
        this.acts = acts;
        this.transaction = transaction;
    }

    /** What a list would do, and the list itself as a page carries it. */
    public record Shown(DryRun dryRun, String list) {}

    /** Somebody who was new, with his first password. */
    public record Opened(String user, String name, List<String> posts, String password) {}

    /** @param opened those that were new; {@code changed} how many others were changed */
    public record Done(List<Opened> opened, int changed) {}

    /** @throws InvalidInput if it is no list */
    public Shown show(byte[] file) {
        return show(ListColumns.read(SheetReader.read(file, "file", ListColumns.MOST_ROWS + 2)));
    }

    /** @throws InvalidInput if it is not what a page carried */
    public Shown show(String list) {
        return show(rows(list));
    }

    /**
     * @param list as a page carried it
     * @param seen the digest of what was shown
     * @throws Refusal if it would do something else by now, or cannot be done
     */
    public Done bring(StaffMember by, String list, String seen) {
        var rows = rows(list);
        var before = checked(rows);
        requireSeen(before, seen);
        var passwords = new HashMap<String, String>();
        before.people().stream()
                .filter(person -> person.verdict() == Verdict.NEW)
                .forEach(person -> passwords.put(person.user(), DrawnPassword.draw()));
        var secrets = secrets(passwords);
        return transaction.execute(status -> {
            acts.begin();
            var now = check.check(rows);
            requireSeen(now, seen);
            return done(by, now, passwords, secrets);
        });
    }

    private DryRun checked(List<ListRow> rows) {
        var dryRun = check.check(rows);
        if (dryRun.count(Verdict.NEW) > MOST_NEW) {
            throw new InvalidInput(
                    "file", "一份名册最多新建 " + MOST_NEW + " 人，请分成几份", "has more than " + MOST_NEW + " new people");
        }
        return dryRun;
    }

    private static void requireSeen(DryRun now, String seen) {
        if (!now.ready() || !now.digest().equals(seen)) {
            throw Refusal.conflict("名册上传以后情况有变，请按现在的情况再看一遍。", "Something changed since; look again.");
        }
    }

    /** A strong hash is slow on purpose; the cores share the work, before a lock is held. */
    private Map<String, StaffAccounts.Secret> secrets(Map<String, String> passwords) {
        var secrets = new ConcurrentHashMap<String, StaffAccounts.Secret>();
        passwords.entrySet().parallelStream()
                .forEach(entry -> secrets.put(entry.getKey(), accounts.secret(entry.getValue())));
        return secrets;
    }

    private Done done(
            StaffMember by, DryRun now, Map<String, String> passwords, Map<String, StaffAccounts.Secret> secrets) {
        var opened = new ArrayList<Opened>();
        int changed = 0;
        for (var person : now.people()) {
            if (person.verdict() == Verdict.NEW) {
                var password = passwords.get(person.user());
                opening.open(
                        by.userId(),
                        new Opening.NewAccount(person.user(), person.name(), person.posts(), false, password),
                        secrets.get(person.user()),
                        true);
                opened.add(new Opened(person.user(), person.name(), person.posts(), password));
            } else if (person.verdict() == Verdict.CHANGED) {
                moving.move(by.userId(), person.before(), person.name(), person.posts(), person.handback(), true);
                changed++;
            }
        }
        return new Done(opened, changed);
    }

    private Shown show(List<ListRow> rows) {
        var dryRun = checked(rows);
        var carried = CarriedList.pack(rows.stream()
                .map(row -> List.of("" + row.number(), row.name(), row.user(), row.locality(), row.unit(), row.post()))
                .toList());
        return new Shown(dryRun, carried);
    }

    private static List<ListRow> rows(String list) {
        return CarriedList.unpack(list, 6).stream()
                .map(cells -> new ListRow(
                        cells.get(0).matches("\\d{1,7}") ? Integer.parseInt(cells.get(0)) : 0,
                        cells.get(1),
                        cells.get(2),
                        cells.get(3),
                        cells.get(4),
                        cells.get(5)))
                .toList();
    }
}
