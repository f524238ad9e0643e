package org.minqing.triage.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Facts;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.appeal.kind.DangerKind;
import org.minqing.code.Coded;
import org.minqing.organisation.Localities;
import org.minqing.problem.JsonFields;
import org.minqing.triage.Proposal;
import org.springframework.stereotype.Component;

/** Turns what a program or the page sends into a {@link Proposal}: one set of rules for both doors. */
@Component
class ProposalReader {

    private static final int LONGEST = 500;
    private static final Set<String> FIELDS = Set.of("type", "category", "location", "facts", "reason");

    private final AppealTypes types;
    private final Categories categories;
    private final Localities localities;

    ProposalReader(AppealTypes types, Categories categories, Localities localities) {
        this.types = types;
        this.categories = categories;
        this.localities = localities;
    }

    /** @throws org.minqing.problem.InvalidInput naming each field that cannot be accepted */
    Proposal read(Appeal appeal, JsonNode body, Integer seen) {
        var in = new JsonFields();
        var root = in.object(body, "", FIELDS);
        var type = in.text(root, "", "type", 0, 64, null);
        var category = in.text(root, "", "category", 0, 64, null);
        var location = in.object(root.path("location"), "location", Set.of("unit"));
        var unit = in.text(location, "location", "unit", 0, 64, null);
        var reason = in.text(root, "", "reason", 2, LONGEST, null);
        var facts = facts(in, root.path("facts"));
        if (type != null && types.findType(appeal.locality(), type).isEmpty()) {
            in.problem("type", "本地不受理这种诉求类型", "type not taken here");
        }
        if (category != null && categories.find(appeal.locality(), category).isEmpty()) {
            in.problem("category", "没有这个诉求类别", "unknown category");
        }
        if (unit != null
                && localities.get(appeal.locality()).areas().stream()
                        .noneMatch(area -> area.code().equals(unit))) {
            in.problem("location.unit", "没有这个网格或村（社区）", "unknown unit");
        }
        in.done();
        return new Proposal(type, category, unit, facts, reason, seen);
    }

    /** Those that are told; the rest stays as it is known. */
    private static Map<String, Object> facts(JsonFields in, JsonNode node) {
        var known = Facts.NONE.asMap();
        var facts = in.object(node, "facts", known.keySet());
        var told = new LinkedHashMap<String, Object>();
        known.forEach((name, none) -> {
            if (facts.hasNonNull(name)) {
                told.put(name, fact(in, facts, name, none));
            }
        });
        return told;
    }

    private static Object fact(JsonFields in, JsonNode facts, String name, Object none) {
        if (none instanceof Boolean) {
            return in.flag(facts, "facts", name);
        }
        if (none instanceof Integer) {
            return in.count(facts, "facts", name, 10_000_000);
        }
        var code = in.text(facts, "facts", name, 0, 32, null);
        if (code != null && Coded.find(DangerKind.class, code).isEmpty()) {
            in.problem("facts." + name, "没有这种危险", "unknown kind of danger");
        }
        // There is no danger any more.
        return code == null ? "" : code;
    }
}
