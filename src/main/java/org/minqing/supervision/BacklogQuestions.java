package org.minqing.supervision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minqing.code.Coded;
import org.minqing.organisation.Locality;
import org.minqing.organisation.UnitTree;
import org.minqing.page.Search;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Parameters;
import org.springframework.stereotype.Component;

/** Reads which open appeals somebody wants to see. */
@Component
public class BacklogQuestions {

    /** For {@link org.minqing.problem.Query}. */
    public static final String FILTERS = "unit band state";

    private final SupervisionRules rules;

    BacklogQuestions(SupervisionRules rules) {
        this.rules = rules;
    }

    /**
     * @param asked as {@link Parameters} reads them
     * @throws InvalidInput at each parameter that names nothing
     */
    public BacklogQuestion read(Locality locality, Map<String, String> asked) {
        var search = new Search(asked);
        var units = search.one("unit", "没有这个单位", "no such unit", unit -> units(locality, unit));
        var bands = rules.bands();
        var band = search.one("band", "没有这一档", "no such band", this::index);
        var state = search.one(
                "state",
                "应为 danger、overdue、dueSoon 或 waiting",
                "must be danger, overdue, dueSoon or waiting",
                code -> Coded.find(BacklogQuestion.State.class, code));
        var page = search.page();
        search.refuse();
        return new BacklogQuestion(
                units,
                // A clock that was set back makes an age below 0; it is the youngest.
                band == null || band == 0 ? Integer.MIN_VALUE : bands.get(band).from(),
                band == null || band + 1 == bands.size()
                        ? Integer.MAX_VALUE
                        : bands.get(band + 1).from() - 1,
                state,
                page,
                search.typed(Parameters.names(FILTERS)));
    }

    private Optional<Integer> index(String band) {
        var index =
                rules.bands().stream().map(SupervisionRules.Band::code).toList().indexOf(band);
        return Optional.of(index).filter(i -> i >= 0);
    }

    /** Of the locality's own line only what lies with it itself: everything is what is found without a unit. */
    private static Optional<List<String>> units(Locality locality, String unit) {
        return unit.equals(locality.root().code()) ? Optional.of(List.of(unit)) : UnitTree.within(locality, unit);
    }
}
