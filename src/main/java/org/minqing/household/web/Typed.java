package org.minqing.household.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.page.Search;
import org.minqing.problem.Parameters;
import org.minqing.problem.Refusal;
import org.springframework.util.MultiValueMap;

/** What a form of households sent: the fields that it has and that were filled in. */
final class Typed {

    private Typed() {}

    /** @param fields with blanks between them; what may be ticked several times has commas between its values */
    static Map<String, String> of(MultiValueMap<String, String> sent, String fields) {
        var typed = new LinkedHashMap<String, String>();
        for (var field : Parameters.names(fields)) {
            var text = String.join(",", sent.getOrDefault(field, List.of()))
                    .replace("\r\n", "\n")
                    .strip();
            if (!text.isEmpty()) {
                typed.put(field, text);
            }
        }
        return typed;
    }

    /** Which version was read, as the page carried it. */
    static int version(MultiValueMap<String, String> sent) {
        return Search.number(String.valueOf(sent.getFirst("version"))).orElseThrow(Refusal::malformed);
    }
}
