package org.minqing.intake;

import org.minqing.appeal.kind.Categories;
import org.minqing.hints.Suggestions;
import org.minqing.hints.WordHints;
import org.minqing.organisation.Localities;
import org.minqing.policy.PolicyFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What somebody did not say who files an appeal: nobody must know our categories before he may speak. */
@Component
public class Unsaid {

    private record File(String unsaidCategory) {}

    private final WordHints hints;
    private final Suggestions suggestions;
    private final Categories categories;
    private final String otherwise;

    /** @throws IllegalStateException if {@code filing.yml} names a category that some locality does not have */
    @Autowired
    Unsaid(WordHints hints, Suggestions suggestions, Categories categories, Localities localities) {
        this(hints, suggestions, categories, localities, new PolicyFile("filing.yml"));
    }

    Unsaid(WordHints hints, Suggestions suggestions, Categories categories, Localities localities, PolicyFile policy) {
        this.hints = hints;
        this.suggestions = suggestions;
        this.categories = categories;
        otherwise = policy.read(File.class).unsaidCategory();
        for (var locality : localities.all()) {
            if (categories.find(locality.code(), otherwise).isEmpty()) {
                throw new IllegalStateException(
                        "filing.yml: unsaidCategory: " + locality.code() + " has no category " + otherwise);
            }
        }
    }

    /**
     * The category that the words speak for, else the one of {@code filing.yml}.
     *
     * @param title null if none was given
     */
    String category(String locality, String title, String description) {
        return suggestions
                .category(hints.in(locality, title, description), title, description)
                .map(Suggestions.Suggestion::code)
                .filter(code -> categories.find(locality, code).isPresent())
                .orElse(otherwise);
    }
}
