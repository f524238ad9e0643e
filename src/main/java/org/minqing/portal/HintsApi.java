package org.minqing.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.hints.Call;
import org.minqing.hints.Suggestions;
import org.minqing.hints.WordHints;
import org.minqing.intake.Titles;
import org.minqing.limits.Limits;
import org.minqing.problem.Fields;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Landlines;
import org.minqing.problem.Sent;
import org.minqing.problem.TextRule;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What somebody hears while he still writes: whom to call first, which category and which type fit and for the sake of which of his
 * words, and a title. Which words told of danger is for staff. The words are in the body and stay nowhere.
 */
@RestController
class HintsApi {

    private static final int MOST = 2000;

    private final WordHints hints;
    private final Suggestions suggestions;
    private final Categories categories;
    private final AppealTypes types;
    private final Limits limits;

    HintsApi(WordHints hints, Suggestions suggestions, Categories categories, AppealTypes types, Limits limits) {
        this.hints = hints;
        this.suggestions = suggestions;
        this.categories = categories;
        this.types = types;
        this.limits = limits;
    }

    @PostMapping("/api/hints")
    Map<String, Object> hints(
            HttpServletRequest request,
            @AuthenticationPrincipal StaffMember person,
            @Fields({"locality", "title", "description"}) Sent sent) {
        request.setAttribute(Landlines.LOCALITY, sent.json().path("locality").asText());
        limits.hint(request);
        var locality = sent.words("locality");
        if (locality.isEmpty() && person != null && person.locality() != null) {
            locality = person.locality();
        }
        return answer(locality, sent);
    }

    private Map<String, Object> answer(String locality, Sent sent) {
        var title = text(sent, "title");
        var description = text(sent, "description");
        var hinted = hints.in(locality, title, description);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("call", hinted.call());
        answer.put("words", hinted.call().stream().map(Call::words).toList());
        answer.put("suggestedTitle", description.strip().length() < 2 ? null : Titles.of(description));
        var category = suggestions
                .category(hinted, title, description)
                .filter(s -> categories.find(locality, s.code()).isPresent());
        var type = suggestions
                .type(hinted, title, description)
                .filter(s -> types.findType(locality, s.code()).isPresent());
        answer.put(
                "suggestedCategory",
                category.flatMap(s -> categories.find(locality, s.code())).orElse(null));
        answer.put("suggestedType", type.map(Suggestions.Suggestion::code).orElse(null));
        var because = new LinkedHashMap<String, String>();
        because.put("category", category.map(Suggestions.Suggestion::word).orElse(null));
        because.put("type", type.map(Suggestions.Suggestion::word).orElse(null));
        answer.put("because", because);
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
