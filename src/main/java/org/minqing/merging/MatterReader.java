package org.minqing.merging;

import java.time.InstantSource;
import java.util.Set;
import org.minqing.appeal.kind.Categories;
import org.minqing.organisation.Localities;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.JsonFields;
import org.minqing.problem.Sent;
import org.minqing.wording.Grams;
import org.springframework.stereotype.Component;

/** Reads what somebody still writes, as far as he has come: it is compared and kept nowhere. */
@Component
public class MatterReader {

    private static final Set<String> FIELDS = Set.of("locality", "unit", "category", "title", "description");

    private final Localities localities;
    private final Categories categories;
    private final InstantSource clock;

    MatterReader(Localities localities, Categories categories, InstantSource clock) {
        this.localities = localities;
        this.categories = categories;
        this.clock = clock;
    }

    /**
     * Of what is sent.
     *
     * @param own code of the locality where whoever asks works, which he may leave out; null for a resident
     * @throws InvalidInput naming each field that cannot be accepted
     */
    public Matter read(Sent sent, String own) {
        var in = new JsonFields();
        var root = in.object(sent.json(), "", FIELDS);
        var code = in.text(root, "", "locality", own == null ? 1 : 0, 64, null);
        var unit = in.text(root, "", "unit", 0, 64, null);
        var category = in.text(root, "", "category", own == null ? 1 : 0, 64, null);
        var title = in.text(root, "", "title", 0, 60, null);
        var description = in.text(root, "", "description", 0, 2000, null);
        var locality = localities.find(code == null && own != null ? own : String.valueOf(code));
        if (code != null && (locality.isEmpty() || own != null && !own.equals(code))) {
            in.problem("locality", "没有这个镇街，或不是本镇街", "unknown locality, or not one's own");
        } else if (locality.isPresent()) {
            var where = locality.get();
            if (unit != null && where.areas().stream().noneMatch(u -> u.code().equals(unit))) {
                in.problem("unit", "没有这个网格或村（社区）", "unknown unit");
            }
            if (category != null && categories.find(where.code(), category).isEmpty()) {
                in.problem("category", "没有这个诉求类别", "unknown category");
            }
        }
        in.done();
        var where = locality.orElseThrow();
        return told(where.code(), unit == null ? where.root().code() : unit, null, category, title, description);
    }

    /** Of what was read elsewhere and is not handed in yet. */
    public Matter told(
            String locality, String unit, String address, String category, String title, String description) {
        var words = (title == null ? "" : title) + "\n" + (description == null ? "" : description);
        return new Matter(null, locality, unit, address, category, clock.instant(), words, Grams.of(words));
    }
}
