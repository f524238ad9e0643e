package org.minqing.desk.ledger;

import java.util.Map;
import java.util.Optional;
import org.minqing.appeal.ClockKind;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.page.MomentField;
import org.minqing.page.Search;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Parameters;
import org.minqing.security.StaffMember;
import org.minqing.sla.ledger.LedgerFilter;
import org.springframework.stereotype.Component;

/** Reads the fields of a search, the same for pages and programs. An empty field is one that was left out. */
@Component
class LedgerQuestions {

    /** For {@link org.minqing.problem.Query}. */
    static final String FIELDS = "from to unit clock outcome appeal alarms";

    private final Localities localities;
    private final LedgerLimits limits;

    LedgerQuestions(Localities localities, LedgerLimits limits) {
        this.localities = localities;
        this.limits = limits;
    }

    /**
     * @param asked as {@link Parameters} reads them
     * @throws InvalidInput naming each field that is wrong
     */
    LedgerQuestion read(StaffMember person, Map<String, String> asked) {
        var search = new Search(asked);
        var from = MomentField.in(search, "from");
        var to = MomentField.in(search, "to");
        limits.check(from, to, search);
        var locality = localities.get(person.locality());
        var units = search.one("unit", "没有这个单位", "unknown unit", unit -> UnitTree.within(locality, unit));
        var clock = search.one("clock", "没有这种时钟", "unknown clock", Search.of(ClockKind.values()));
        var outcome = search.one("outcome", "没有这种结果", "unknown outcome", Search.of(LedgerFilter.Outcome.values()));
        var appeal = search.one("appeal", "没有这个编号", "unknown appeal", number -> limits.appeal(person, number));
        var alarms = search.one("alarms", "只能填 true 或 false", "must be true or false", LedgerQuestions::truth);
        var page = search.page();
        search.refuse();
        var filter = new LedgerFilter(
                locality.code(),
                from == null ? null : from.from(),
                to == null ? null : to.until(),
                units,
                clock,
                outcome,
                appeal,
                alarms == Boolean.TRUE);
        return new LedgerQuestion(filter, page, search.typed(Parameters.names(FIELDS)));
    }

    private static Optional<Boolean> truth(String text) {
        return text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty();
    }
}
