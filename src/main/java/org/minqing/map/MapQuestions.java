package org.minqing.map;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.minqing.map.MapParts.Filter;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.UnitTree;
import org.minqing.page.Search;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Parameters;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** Reads which layer of the map somebody wants to see, and what of it. */
@Component
public class MapQuestions {

    /**
     * @param typed what was written, by parameter, without the page: the layer only where it is not his first
     * @param page  counted from 1
     */
    public record Asked(MapLayer layer, MapQuestion question, Map<String, String> typed, int page) {}

    private final MapViews views;
    private final Localities localities;

    MapQuestions(MapViews views, Localities localities) {
        this.views = views;
        this.localities = localities;
    }

    /**
     * @param sent the parameters of the address
     * @throws InvalidInput at each parameter that is unknown or names nothing
     * @throws Refusal      if he has no such layer
     */
    public Asked read(StaffMember reader, Map<String, String[]> sent) {
        var layer = layer(reader, sent);
        var known = new LinkedHashSet<>(Set.of("layer", "unit", "page"));
        var locality = localities.get(reader.locality());
        var offered = layer.filters(locality);
        offered.stream().map(Filter::code).forEach(known::add);
        var given = Parameters.read(sent, known);
        var search = new Search(given);
        var units = search.one("unit", "没有这个单位", "no such unit", code -> units(locality, code));
        var filters = new HashMap<String, String>();
        offered.forEach(filter -> {
            var choice = search.one(
                    filter.code(),
                    "没有这个选项",
                    "no such choice",
                    code -> filter.choices().stream()
                            .map(MapParts.Choice::code)
                            .filter(code::equals)
                            .findFirst());
            if (choice != null) {
                filters.put(filter.code(), choice);
            }
        });
        var page = search.page();
        search.refuse();
        known.remove("page");
        var question = new MapQuestion(units == null || units.isEmpty() ? null : units, Map.copyOf(filters), false);
        return new Asked(layer, question, search.typed(known), page);
    }

    /** Of the locality none: all of it is what is found without a unit, with those that are gone. */
    private static Optional<Set<String>> units(Locality locality, String code) {
        return locality.root().code().equals(code)
                ? Optional.of(Set.of())
                : UnitTree.within(locality, code).map(Set::copyOf);
    }

    private MapLayer layer(StaffMember reader, Map<String, String[]> sent) {
        var asked = sent.getOrDefault("layer", new String[] {""});
        return asked.length == 1 && !asked[0].isBlank()
                ? views.layer(reader, asked[0].strip()).orElseThrow(Refusal::notFound)
                : views.layers(reader).stream().findFirst().orElseThrow(Refusal::notFound);
    }
}
