package org.minqing.map.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.map.MapParts.Action;
import org.minqing.map.MapParts.Choice;
import org.minqing.map.MapParts.Mark;
import org.minqing.map.MapQuestions.Asked;
import org.minqing.map.MapRules;
import org.minqing.map.MapView;
import org.minqing.map.MapViews;
import org.minqing.map.UnitCount;
import org.minqing.organisation.Unit;
import org.minqing.organisation.UnitTree;
import org.minqing.page.Search;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of the map: what is drawn is what is listed. */
@Component
class MapScreen {

    private static final int PAGE = 20;

    /** One mark as the list has it. */
    record Line(Mark mark, String unitName, List<Action> actions) {}

    /** @param total all of them, on whatever page */
    record Listed(List<Line> lines, long total, int page, long pages) {}

    private final MapViews views;
    private final MapRules rules;

    MapScreen(MapViews views, MapRules rules) {
        this.views = views;
        this.rules = rules;
    }

    ModelAndView page(StaffMember reader, Asked asked) {
        var view = views.view(reader, asked.layer(), asked.question());
        return new ModelAndView("map/map")
                .addObject("person", reader)
                .addObject("localityName", view.locality().name())
                .addObject("layers", views.layers(reader))
                .addObject("layer", asked.layer())
                .addObject("symbols", view.layer().symbols(view.locality()))
                .addObject("filters", view.layer().filters(view.locality()))
                .addObject("units", view.locality().areas())
                .addObject("above", above(view, asked))
                .addObject("asked", asked.typed())
                .addObject("shapes", view.shapes())
                .addObject("reviewNumber", view.locality().mapReviewNumber().orElse(""))
                .addObject("nearer", rules.nearer())
                .addObject("counts", lines(view, asked))
                .addObject(
                        "totals",
                        asked.layer().figures().stream()
                                .map(f -> view.total(f.code()))
                                .toList())
                .addObject("withoutPosition", view.withoutPosition())
                .addObject("narrowed", narrowed(view, asked))
                .addObject("query", Search.query(asked.typed()))
                .addObject("wall", views.seesAll(reader))
                .addObject("found", listed(reader, view, asked));
    }

    /** The unit that was asked for and those right below it; from each a link leads further down. */
    private static List<UnitCount> lines(MapView view, Asked asked) {
        var depth = view.locality().lineOf(shown(view, asked)).size() - 1;
        return view.counts().stream()
                .filter(count -> count.depth() == depth + 1 || count.unit().equals(shown(view, asked)))
                .toList();
    }

    /** The unit above the one that was asked for; null for the locality itself. */
    private static Unit above(MapView view, Asked asked) {
        return view.locality().lineOf(shown(view, asked)).stream()
                .skip(1)
                .findFirst()
                .orElse(null);
    }

    /** The unit that fills the picture. */
    static String shown(MapView view, Asked asked) {
        return asked.typed().getOrDefault("unit", view.locality().root().code());
    }

    /** What was asked for, in words. */
    static String narrowed(MapView view, Asked asked) {
        var unit = view.locality().unit(shown(view, asked)).filter(it -> it.parent() != null);
        return Stream.concat(unit.map(Unit::name).stream(), choices(view, asked))
                .collect(Collectors.joining(" · "));
    }

    private static Stream<String> choices(MapView view, Asked asked) {
        return view.layer().filters(view.locality()).stream()
                .flatMap(filter -> filter.choices().stream()
                        .filter(choice -> choice.code().equals(asked.typed().get(filter.code())))
                        .map(Choice::name));
    }

    private static Listed listed(StaffMember reader, MapView view, Asked asked) {
        var lines = view.marks().stream()
                .skip(Search.before(asked.page(), PAGE))
                .limit(PAGE)
                .map(mark -> new Line(
                        mark,
                        UnitTree.name(view.locality(), mark.unit()),
                        asked.layer().actions(reader, mark.id())))
                .toList();
        var total = view.marks().size();
        return new Listed(lines, total, asked.page(), Search.pages(total, PAGE));
    }
}
