package org.minqing.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.appeal.kind.Categories;
import org.minqing.hints.Call;
import org.minqing.hints.WordHints;
import org.minqing.limits.Limits;
import org.minqing.problem.Fields;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Landlines;
import org.minqing.problem.Sent;
import org.minqing.problem.TextRule;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What somebody hears while he still writes: whom to call first, and which category fits. Which
 * words told it is for staff. The words are in the body and stay nowhere.
 */
@RestController
class HintsApi {

    private static final int MOST = 2000;

    private final WordHints hints;
    private final Categories categories;
    private final Limits limits;

    HintsApi(WordHints hints, Categories categories, Limits limits) {
        this.hints = hints;
        this.categories = categories;
        this.limits = limits;
    }

    @PostMapping("/api/hints")
    Map<String, Object> hints(HttpServletRequest request, @Fields({"locality", "title", "description"}) Sent sent) {
        request.setAttribute(Landlines.LOCALITY, sent.json().path("locality").asText());
        limits.hint(request);
        var locality = sent.words("locality");
        var title = text(sent, "title");
        var description = text(sent, "description");
        var hinted = hints.in(locality, title, description);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("call", hinted.call());
        answer.put("words", hinted.call().stream().map(Call::words).toList());
        answer.put(
                "suggestedCategory",
                hinted.category()
                        .flatMap(code -> categories.find(locality, code))
                        .orElse(null));
        return answer;
    }

    private static String text(Sent sent, String field) {
        var text = sent.words(field);
        TextRule.flaw(field, text, MOST).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        return text;
    }
}
