package org.minqing.desk.timers;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minqing.appeal.AppealNumber;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.UnitTree;
import org.minqing.page.MomentField;
import org.minqing.page.Search;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Parameters;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** Reads the fields of a search for timers, the same for pages and programs. An empty field is one that was left out. */
@Component
class TimerQuestions {

    /** For {@link org.minqing.problem.Query}. */
    static final String FIELDS = "state from to lateMinutes appeal unit";

    private final Localities localities;
    private final InstantSource clock;

    TimerQuestions(Localities localities, InstantSource clock) {
        this.localities = localities;
        this.clock = clock;
    }

    /** Where this person may look: in his own locality; whoever runs the system, everywhere. */
    List<Locality> around(StaffMember person) {
        return person.locality() == null ? localities.all() : List.of(localities.get(person.locality()));
    }

    /**
     * @param asked as {@link Parameters} reads them
     * @throws InvalidInput naming each field that is wrong
     */
    TimerQuestion read(StaffMember person, Map<String, String> asked) {
        var search = new Search(asked);
        var state = search.one("state", "没有这种状态", "unknown state", Search.of(TimerState.values()));
        var from = MomentField.in(search, "from");
        var to = MomentField.in(search, "to");
        MomentField.checkOrder(search, from, to);
        var minutes = search.one("lateMinutes", "请填 0 到 9999999 的整数", "must be 0 to 9999999", Search::number);
        var appeal =
                search.one("appeal", "请填诉求编号，例如 GS-20261121-0001", "is no number of an appeal", TimerQuestions::appeal);
        var units = search.one("unit", "没有这个单位", "unknown unit", code -> within(person, code));
        var page = search.page();
        search.refuse();
        var filter = new TimerFilter(
                clock.instant(),
                person.locality(),
                state,
                from == null ? null : from.from(),
                to == null ? null : to.until(),
                minutes == null ? null : Duration.ofMinutes(minutes),
                units,
                appeal);
        return new TimerQuestion(filter, page, search.typed(Parameters.names(FIELDS)));
    }

    /** A unit with all below it. */
    private Optional<List<String>> within(StaffMember person, String code) {
        return around(person).stream()
                .flatMap(locality -> UnitTree.within(locality, code).stream())
                .findFirst();
    }

    private static Optional<String> appeal(String text) {
        return AppealNumber.read(text).map(AppealNumber::toString);
    }
}
