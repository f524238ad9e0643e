package org.minqing.people.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.people.Account;
import org.minqing.people.AccountRules;
import org.minqing.people.HeldTask;
import org.minqing.people.Moving;
import org.minqing.people.StaffAccounts;
import org.minqing.problem.FieldProblem;
import org.springframework.stereotype.Component;

/**
 * Compares a list with the accounts. The rows of one id are the posts of one person, all of them; whoever is not in the list
 * stays as he is.
 */
@Component
class StaffListCheck {

    private final StaffAccounts accounts;
    private final AccountRules rules;
    private final Moving moving;
    private final Places places;
    private final Holdings holdings;

    StaffListCheck(StaffAccounts accounts, AccountRules rules, Moving moving, Places places, Holdings holdings) {
        this.accounts = accounts;
        this.rules = rules;
        this.moving = moving;
        this.places = places;
        this.holdings = holdings;
    }

    /** @param account null for none; {@code places} and {@code rows} are in the same order */
    private record Listed(String user, List<ListRow> rows, List<Places.Place> places, Account account) {

        String name() {
            return rows.get(0).name();
        }

        List<String> groups() {
            return places.stream()
                    .map(Places.Place::holding)
                    .filter(Objects::nonNull)
                    .map(Holding::group)
                    .toList();
        }
    }

    /**
     * What a list is compared with.
     *
     * @param taken  ids of accounts in small letters
     * @param listed how often each id is in the list, in small letters
     */
    private record Now(
            List<Account> all,
            Set<String> taken,
            Map<String, Long> listed,
            Map<String, List<HeldTask>> held,
            Set<ListRow> namesakes) {}

    DryRun check(List<ListRow> rows) {
        var all = accounts.all();
        var people = people(rows, all);
        var held = accounts.heldBy(people.stream().map(Listed::user).toList()).stream()
                .collect(Collectors.groupingBy(HeldTask::holder));
        var listed = people.stream().collect(Collectors.groupingBy(p -> small(p.user()), Collectors.counting()));
        var now = new Now(all, AccountRules.taken(all), listed, held, namesakes(all, rows));
        var lines = new HashMap<ListRow, DryRun.Line>();
        var planned = new ArrayList<DryRun.Planned>();
        for (var person : people) {
            var wrong = wrong(person, now);
            if (wrong.isEmpty()) {
                var plan = plan(person, now);
                planned.add(plan);
                person.rows().forEach(row -> lines.put(row, line(row, person.user(), plan.verdict(), note(plan))));
            } else {
                person.rows()
                        .forEach(row -> lines.put(
                                row, line(row, row.user(), Verdict.WRONG, wrong.getOrDefault(row, "同一个人的另一行有误"))));
            }
        }
        return new DryRun(rows.stream().map(lines::get).toList(), planned);
    }

    private List<Listed> people(List<ListRow> rows, List<Account> all) {
        var known = all.stream().collect(Collectors.toMap(Account::userId, account -> account));
        var taken = AccountRules.taken(all);
        rows.forEach(row -> taken.add(small(row.user())));
        var people = new LinkedHashMap<String, Listed>();
        for (var row : rows) {
            var place = places.of(row);
            var user = row.user().isEmpty() ? drawn(place, taken) : row.user();
            var person = people.computeIfAbsent(
                    user, u -> new Listed(u, new ArrayList<>(), new ArrayList<>(), known.get(u)));
            person.rows().add(row);
            person.places().add(place);
        }
        return List.copyOf(people.values());
    }

    private Map<ListRow, String> wrong(Listed person, Now now) {
        var wrong = new HashMap<ListRow, String>();
        var seen = new HashSet<Holding>();
        for (int i = 0; i < person.rows().size(); i++) {
            var row = person.rows().get(i);
            var place = person.places().get(i);
            if (place.holding() == null) {
                wrong.put(row, place.wrong());
            } else if (!seen.add(place.holding())) {
                wrong.put(row, "和上面的一行重复");
            } else if (!row.name().equals(person.name())) {
                wrong.put(row, "同一个用户名，姓名要一样");
            } else if (now.namesakes().contains(row)) {
                wrong.put(row, "有同名的人：是同一个人就填他的用户名，不是就另填一个用户名");
            }
        }
        var first = person.rows().get(0);
        rules.name(person.name()).ifPresent(problem -> wrong.putIfAbsent(first, problem.zh()));
        account(person, now).ifPresent(zh -> wrong.putIfAbsent(first, zh));
        if (wrong.isEmpty()) {
            rules.posts(person.groups()).ifPresent(problem -> wrong.put(first, problem.zh()));
        }
        return wrong;
    }

    private Optional<String> account(Listed person, Now now) {
        if (now.listed().get(small(person.user())) > 1) {
            return Optional.of("有两个用户名只差大小写");
        }
        if (person.account() == null) {
            return rules.user(person.user(), now.taken()).map(FieldProblem::zh);
        }
        if (!person.account().open()) {
            return Optional.of("这个账号已停用，请先恢复");
        }
        return person.account().administrator() ? Optional.of("这是管理员账号，不能放进名册") : Optional.empty();
    }

    private DryRun.Planned plan(Listed person, Now now) {
        var account = person.account();
        if (account == null) {
            return new DryRun.Planned(person.user(), person.name(), person.groups(), Verdict.NEW, null, null);
        }
        var same = person.name().equals(account.name())
                && Set.copyOf(moving.left(account, person.groups())).equals(Set.copyOf(account.groups()));
        var held = now.held().getOrDefault(person.user(), List.of());
        return new DryRun.Planned(
                person.user(),
                person.name(),
                person.groups(),
                same ? Verdict.UNCHANGED : Verdict.CHANGED,
                account,
                moving.handback(account, person.groups(), now.all(), held));
    }

    private String note(DryRun.Planned plan) {
        if (plan.verdict() != Verdict.CHANGED) {
            return "";
        }
        var notes = new ArrayList<String>();
        if (!plan.name().equals(plan.before().name())) {
            notes.add("原姓名 " + plan.before().name());
        }
        posts(notes, "新任", plan.posts(), plan.before().groups());
        posts(notes, "不再担任", plan.before().groups(), plan.posts());
        if (!plan.handback().tasks().isEmpty()) {
            notes.add("在手任务 " + plan.handback().tasks().size() + " 件退回岗位");
        }
        return String.join("；", notes);
    }

    private void posts(List<String> notes, String word, List<String> these, List<String> butThose) {
        var labels = holdings.of(these).stream()
                .filter(holding -> !butThose.contains(holding.group()))
                .map(Holding::label)
                .toList();
        if (!labels.isEmpty()) {
            notes.add(word + String.join("、", labels));
        }
    }

    /** Rows without an id whose name somebody has, or another such row: it cannot be told who is meant. */
    private static Set<ListRow> namesakes(List<Account> all, List<ListRow> rows) {
        var names = all.stream().map(Account::name).collect(Collectors.toSet());
        var without = rows.stream().filter(row -> row.user().isEmpty()).toList();
        var often = without.stream().collect(Collectors.groupingBy(ListRow::name, Collectors.counting()));
        return without.stream()
                .filter(row -> names.contains(row.name()) || often.get(row.name()) > 1)
                .collect(Collectors.toSet());
    }

    private static String drawn(Places.Place place, Set<String> taken) {
        var user = AccountRules.suggestion(place.locality() == null ? "minqing" : place.locality(), taken);
        taken.add(small(user));
        return user;
    }

    private static String small(String user) {
        return user.toLowerCase(Locale.ROOT);
    }

    private static DryRun.Line line(ListRow row, String user, Verdict verdict, String note) {
        return new DryRun.Line(row.number(), row.name(), user, row.locality(), row.unit(), row.post(), verdict, note);
    }
}
