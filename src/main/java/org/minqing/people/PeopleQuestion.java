package org.minqing.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.minqing.organisation.Localities;
import org.minqing.page.Search;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Parameters;
import org.minqing.problem.TextRule;

/**
 * What somebody asks about people.
 *
 * @param words    each is in the name, the id, a post, its unit or the locality; in small letters
 * @param locality code; null for all
 * @param state    null for both
 * @param page     from 1
 * @param typed    what he wrote, by field, without empty fields and without the page
 */
public record PeopleQuestion(
        List<String> words, String locality, PersonState state, int page, Map<String, String> typed) {

    /** For {@link org.minqing.problem.Query}. */
    public static final String FIELDS = "q locality state";

    private static final int LONGEST = 60;

    /**
     * @param asked as {@link Parameters} reads them
     * @throws InvalidInput naming each field that is wrong
     */
    public static PeopleQuestion read(Map<String, String> asked, Localities localities) {
        var search = new Search(asked);
        var words = search.one(
                "q",
                "最多 " + LONGEST + " 个字",
                "longer than " + LONGEST + " characters, or not to be shown",
                text -> TextRule.flaw("q", text, LONGEST).isPresent()
                        ? Optional.<List<String>>empty()
                        : Optional.of(
                                Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\s+"))));
        var locality = search.one(
                "locality",
                "没有这个镇街",
                "unknown locality",
                code -> localities.find(code).map(l -> l.code()));
        var state = search.one("state", "没有这种状态", "unknown state", Search.of(PersonState.values()));
        var page = search.page();
        search.refuse();
        return new PeopleQuestion(
                words == null ? List.of() : words, locality, state, page, search.typed(Parameters.names(FIELDS)));
    }
}
