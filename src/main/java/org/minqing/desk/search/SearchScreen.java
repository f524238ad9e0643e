package org.minqing.desk.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.appeal.AppealStatus;
import org.minqing.organisation.Localities;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Parameters;
import org.minqing.problem.Refusal;
import org.minqing.saved.SavedSearches;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** The page of the search, whichever form of it was sent, and what a form asks for. */
@Component
class SearchScreen {

    private final Localities localities;
    private final SavedSearches saved;

    SearchScreen(Localities localities, SavedSearches saved) {
        this.localities = localities;
        this.saved = saved;
    }

    /** What a form sent, without what was left empty and without its token. Boxes that were checked come as one list. */
    Map<String, String> given(MultiValueMap<String, String> sent) {
        var given = new LinkedHashMap<String, String>();
        for (var field : Parameters.names(SearchReading.FIELDS + " page")) {
            var texts = sent.getOrDefault(field, List.of());
            var text = field.equals("columns") ? String.join(",", texts) : texts.isEmpty() ? "" : texts.get(0);
            if (!text.isBlank()) {
                given.put(field, text.strip());
            }
        }
        return given;
    }

    /**
     * @throws InvalidInput naming each field that is wrong
     * @throws Refusal      if he may not look for what he looks for
     */
    SearchQuestion question(StaffMember person, Map<String, String> given) {
        if (given.containsKey("phone") && !person.mayReadContacts()) {
            throw Refusal.notFound();
        }
        return SearchReading.read(localities.get(person.locality()), given);
    }

    /** The same of a form that does nothing without a question. */
    SearchQuestion asked(StaffMember person, Map<String, String> given) {
        var question = question(person, given);
        if (question.asksForNothing()) {
            throw new InvalidInput("words", "请先填要查找的内容", "nothing is looked for");
        }
        return question;
    }

    ModelAndView page(StaffMember person, Map<String, String> typed, Map<String, String> problems) {
        return new ModelAndView("desk/search")
                .addObject("person", person)
                .addObject("byPhone", person.mayReadContacts())
                .addObject("units", localities.get(person.locality()).areas())
                .addObject("states", AppealStatus.values())
                .addObject("columns", SearchColumn.values())
                .addObject("orders", SearchOrder.values())
                .addObject(
                        "chosen",
                        SearchColumn.read(typed.getOrDefault("columns", "")).orElse(SearchColumn.USUAL))
                .addObject("saved", saved.of(person.userId()))
                .addObject("typed", typed)
                .addObject("problems", problems)
                .addObject("found", null);
    }
}
