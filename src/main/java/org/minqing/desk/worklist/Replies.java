package org.minqing.desk.worklist;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/**
 * Common replies (常用回复): what a form offers beside its free-text fields, from {@code replies.yml}; the texts of a field in
 * {@code localities/<code>/replies.yml} replace those of the program.
 */
@Component
public class Replies {

    private static final TypeReference<Map<String, Map<String, List<String>>>> TEXTS = new TypeReference<>() {};

    private final Map<String, Map<String, Map<String, List<String>>>> byLocality = new HashMap<>();

    /** @throws IllegalStateException if a file cannot be used */
    Replies(Localities localities) {
        var common = new PolicyFile("replies.yml").read(TEXTS);
        localities.all().stream().map(Locality::code).forEach(code -> {
            var own = new PolicyFile("localities/" + code + "/replies.yml");
            byLocality.put(code, own.exists() ? over(common, own.read(TEXTS)) : common);
        });
    }

    /**
     * The texts of a form by field key, in the order in which to offer them.
     *
     * @param locality code of one of our localities
     * @return empty if the form offers none
     */
    public Map<String, List<String>> of(String locality, String form) {
        return byLocality.getOrDefault(locality, Map.of()).getOrDefault(form, Map.of());
    }

    /** Every form that offers texts in a locality. */
    Map<String, Map<String, List<String>>> of(String locality) {
        return byLocality.get(locality);
    }

    private static Map<String, Map<String, List<String>>> over(
            Map<String, Map<String, List<String>>> common, Map<String, Map<String, List<String>>> own) {
        var merged = new LinkedHashMap<>(common);
        own.forEach((form, fields) -> merged.merge(form, fields, (theirs, ours) -> {
            var both = new LinkedHashMap<>(theirs);
            both.putAll(ours);
            return both;
        }));
        return merged;
    }
}
