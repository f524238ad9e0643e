package org.minqing.split;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.kind.Categories;
import org.minqing.organisation.Localities;
import org.minqing.problem.JsonFields;
import org.springframework.stereotype.Component;

/** Turns what a program or the page sends into {@link Matter}s: one set of rules for both doors. */
@Component
class SplitReader {

    private static final Set<String> FIELDS = Set.of("title", "description", "category", "location");
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_WORDS = 2000;

    private final Categories categories;
    private final Localities localities;

    SplitReader(Categories categories, Localities localities) {
        this.categories = categories;
        this.localities = localities;
    }

    /** @throws org.minqing.problem.InvalidInput naming each field that cannot be accepted */
    List<Matter> read(Appeal whole, JsonNode body) {
        var in = new JsonFields();
        var list = in.object(body, "", Set.of("subCases")).path("subCases");
        if (!list.isArray() || list.size() > 99) {
            in.problem("subCases", "请逐件写明分为哪几件", "must be a list of sub-cases");
        }
        var matters = new ArrayList<Matter>();
        for (var i = 0; i < list.size() && list.isArray() && list.size() <= 99; i++) {
            matters.add(matter(in, whole, list.get(i), "subCases[" + i + "]"));
        }
        in.done();
        return matters;
    }

    private Matter matter(JsonFields in, Appeal whole, JsonNode node, String at) {
        if (node.isNull()) {
            in.problem(at, "应为一个对象", "must be an object");
        }
        var root = in.object(node, at, FIELDS);
        var title = in.text(root, at, "title", 2, LONGEST_TITLE, null);
        var description = in.text(root, at, "description", 2, LONGEST_WORDS, null);
        var category = in.text(root, at, "category", 1, 64, null);
        var place = at + ".location";
        var location = in.object(root.path("location"), place, Set.of("unit", "address"));
        var unit = in.text(location, place, "unit", 0, 64, null);
        var address = in.text(location, place, "address", 0, 120, null);
        if (category != null && categories.find(whole.locality(), category).isEmpty()) {
            in.problem(at + ".category", "没有这个诉求类别", "unknown category");
        }
        if (unit != null
                && localities.get(whole.locality()).areas().stream()
                        .noneMatch(area -> area.code().equals(unit))) {
            in.problem(place + ".unit", "没有这个网格或村（社区）", "unknown unit");
        }
        return new Matter(title, description, category, unit == null ? whole.unit() : unit, address);
    }
}
