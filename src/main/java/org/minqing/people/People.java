package org.minqing.people;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.page.Search;
import org.minqing.problem.Refusal;
import org.springframework.stereotype.Service;

/** Looks accounts up. All of them are read at once and sifted here: what posts are called stands in files. */
@Service
public class People {

    static final int PAGE = 50;

    private final StaffAccounts accounts;
    private final Holdings holdings;
    private final Localities localities;

    People(StaffAccounts accounts, Holdings holdings, Localities localities) {
        this.accounts = accounts;
        this.holdings = holdings;
        this.localities = localities;
    }

    /** @throws Refusal if there is no such account */
    public Account get(String userId) {
        return accounts.find(userId).orElseThrow(Refusal::notFound);
    }

    public List<Account> all() {
        return accounts.all();
    }

    /** By locality, those that are closed behind the others, then as posts stand in the tree. */
    public PeopleFound find(PeopleQuestion asked) {
        var lines = all(asked);
        return new PeopleFound(
                lines.size(),
                asked.page(),
                Search.pages(lines.size(), PAGE),
                lines.stream()
                        .skip(Search.before(asked.page(), PAGE))
                        .limit(PAGE)
                        .toList());
    }

    /** The same without pages. */
    public List<PersonLine> all(PeopleQuestion asked) {
        var places = places();
        return accounts.all().stream()
                .map(this::line)
                .filter(line -> fits(line, asked))
                .sorted(Comparator.comparing((PersonLine line) -> line.locality() == null ? "" : line.locality())
                        .thenComparing(line -> !line.open())
                        .thenComparing(line -> place(line, places))
                        .thenComparing(PersonLine::userId))
                .toList();
    }

    public PersonLine line(Account account) {
        var groups = account.lastGroups();
        var locality = holdings.localityOf(groups);
        return new PersonLine(
                account.userId(),
                account.name(),
                locality.map(Locality::code).orElse(null),
                locality.map(Locality::name).orElse(""),
                groups.stream()
                        .filter(group -> !group.equals(accounts.administrators()))
                        .toList(),
                groups.stream()
                        .filter(group -> !group.equals(accounts.administrators()))
                        .map(this::label)
                        .toList(),
                groups.contains(accounts.administrators()),
                account.open());
    }

    /** What people call a post; one that is in no file any more goes by its code. */
    public String label(String group) {
        return holdings.find(group).map(Holding::label).orElse(group);
    }

    private static boolean fits(PersonLine line, PeopleQuestion asked) {
        return (asked.locality() == null || asked.locality().equals(line.locality()))
                && (asked.state() == null || (asked.state() == PersonState.OPEN) == line.open())
                && asked.words().stream().allMatch(word -> text(line).contains(word));
    }

    private static String text(PersonLine line) {
        return (line.name() + " " + line.userId() + " " + line.localityName() + " " + String.join(" ", line.posts())
                        + (line.administrator() ? " 系统管理员" : ""))
                .toLowerCase(Locale.ROOT);
    }

    /** Where each post stands in the tree of its locality. */
    private Map<String, Integer> places() {
        var places = new HashMap<String, Integer>();
        localities.all().forEach(locality -> locality.holdings().forEach(h -> places.put(h.group(), places.size())));
        return places;
    }

    private static int place(PersonLine line, Map<String, Integer> order) {
        return line.groups().stream()
                .mapToInt(group -> order.getOrDefault(group, Integer.MAX_VALUE))
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
