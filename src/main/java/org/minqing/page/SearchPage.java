package org.minqing.page;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A page with a search above what it found. A field that is wrong is said at the field, with what was typed. */
@Component
public class SearchPage {

    /** A search that was read. */
    public interface Question {

        /** What was written, by field, without empty fields and without the page. */
        Map<String, String> typed();
    }

    private final FieldMessages messages;

    SearchPage(FieldMessages messages) {
        this.messages = messages;
    }

    /**
     * The page with {@code found} and the search as {@code query}, or with 400 and null for {@code found}.
     *
     * @param reading throws {@link InvalidInput} at a field that is wrong
     * @param page    the search alone, from what was typed and what is wrong with it
     */
    public <Q extends Question> ModelAndView answer(
            Map<String, String> asked,
            Function<Map<String, String>, Q> reading,
            Function<Q, ?> finding,
            BiFunction<Map<String, String>, Map<String, String>, ModelAndView> page) {
        try {
            var question = reading.apply(asked);
            return page.apply(question.typed(), Map.of())
                    .addObject("found", finding.apply(question))
                    .addObject("query", Search.query(question.typed()));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page.apply(asked, messages.of(e)).addObject("found", null));
        }
    }
}
