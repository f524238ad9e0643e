package org.minqing.desk.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.minqing.access.AppealAccess;
import org.minqing.access.ResidentContacts;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.kind.Categories;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Unit;
import org.minqing.organisation.UnitTree;
import org.minqing.page.Search;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.minqing.wording.AppealSearch;
import org.minqing.wording.Sought;
import org.minqing.wording.SoughtOrder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds appeals for a member of staff, of those that he may see. Whoever finds one by its phone has learnt whose it is: that is a
 * look at the contact data, and written down before it is answered; so is a number that finds nothing.
 */
@Service
class Searching {

    static final int PAGE = 20;

    /** Whoever sees few of many is not made to wait for all of them. */
    private static final int AT_A_TIME = 200;

    private static final int MOST_TURNS = 10;

    private final AppealSearch search;
    private final AppealAccess access;
    private final ResidentContacts contacts;
    private final Appeals appeals;
    private final Localities localities;
    private final Categories categories;
    private final FoundCells cells;

    Searching(
            AppealSearch search,
            AppealAccess access,
            ResidentContacts contacts,
            Appeals appeals,
            Localities localities,
            Categories categories,
            FoundCells cells) {
        this.search = search;
        this.access = access;
        this.contacts = contacts;
        this.appeals = appeals;
        this.localities = localities;
        this.categories = categories;
        this.cells = cells;
    }

    /** @throws Refusal if it is asked by phone and this person reads no contact data */
    @Transactional
    Found find(StaffMember person, SearchQuestion asked) {
        var first = Search.before(asked.page(), PAGE);
        var seen = seen(person, asked, first + PAGE);
        var rows = seen.appeals().stream().skip(first).limit(PAGE).toList();
        return told(person, asked, rows, seen.appeals().size() > first + PAGE, seen.cut());
    }

    /**
     * What all pages show, one behind the other.
     *
     * @throws Refusal if it is asked by phone and this person reads no contact data
     */
    @Transactional
    Found all(StaffMember person, SearchQuestion asked) {
        var seen = seen(person, asked, Long.MAX_VALUE);
        return told(person, asked, seen.appeals(), false, seen.cut());
    }

    /** @param cut whether there are more at which nobody looked */
    private record Seen(List<Appeal> appeals, boolean cut) {}

    /** Those that he may see, until there are more than that. */
    private Seen seen(StaffMember person, SearchQuestion asked, long enough) {
        var seen = new ArrayList<Appeal>();
        var cut = false;
        for (int turn = 0; seen.size() <= enough; turn++) {
            var numbers = numbers(person, asked, (long) turn * AT_A_TIME);
            var found = appeals.all(numbers);
            numbers.stream()
                    .map(found::get)
                    .filter(Objects::nonNull)
                    .filter(a -> mayFind(person, a, asked))
                    .forEach(seen::add);
            cut = numbers.size() == AT_A_TIME && turn + 1 == MOST_TURNS && seen.size() <= enough;
            if (numbers.size() < AT_A_TIME || turn + 1 == MOST_TURNS) {
                break;
            }
        }
        return new Seen(seen, cut);
    }

    private Found told(StaffMember person, SearchQuestion asked, List<Appeal> rows, boolean more, boolean cut) {
        if (asked.byPhone()) {
            rows.forEach(a -> contacts.found(person, a.number(), asked.purpose()));
            if (rows.isEmpty()) {
                contacts.soughtInVain(person, asked.purpose());
            }
        }
        var lines = rows.stream().map(a -> cells.line(a, asked.columns())).toList();
        return new Found(asked.page(), more, cut, asked.columns(), lines);
    }

    private List<String> numbers(StaffMember person, SearchQuestion asked, long before) {
        var reach = access.reach(person);
        if (asked.byPhone() && !person.mayReadContacts()) {
            throw Refusal.notFound();
        }
        var among = asked.byPhone() ? search.withPhone(asked.phones()) : null;
        var units = asked.unit() == null
                ? null
                : UnitTree.within(localities.get(reach.locality()), asked.unit())
                        .orElseThrow();
        return search.numbers(
                reach,
                new Sought(
                        asked.number(),
                        asked.words(),
                        units,
                        asked.from(),
                        asked.until(),
                        asked.state(),
                        order(localities.get(reach.locality()), asked.order())),
                among,
                AT_A_TIME,
                before);
    }

    private boolean mayFind(StaffMember person, Appeal appeal, SearchQuestion asked) {
        return access.maySee(person, appeal)
                && (!asked.byPhone() || access.reaches(person, appeal) && !contacts.withheld(person, appeal.number()));
    }

    /** What has no order of its own comes as the lists of the locality have it. */
    private SoughtOrder order(Locality locality, SearchOrder order) {
        return new SoughtOrder(
                order.by(),
                switch (order) {
                    case NEWEST, OLDEST -> List.of();
                    case STATUS ->
                        Arrays.stream(AppealStatus.values()).map(Enum::name).toList();
                    case CATEGORY ->
                        categories.of(locality.code()).stream()
                                .map(Categories.Category::code)
                                .toList();
                    case PLACE, HANDLING_UNIT ->
                        locality.units().stream().map(Unit::code).toList();
                });
    }
}
