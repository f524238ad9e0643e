package org.minqing.process.guard;

import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;

/**
 * The only expressions that a stored task filter may hold.
 *
 * <p>They are compared as text, character by character, because a parser that decides what is harmless can be
 * outwitted. A filter that needs another text adds it here, in a reviewed change: "my tasks" and "my groups' tasks"
 * use the first two, a date the third.
 */
final class FilterExpressions {

    static final Set<String> ALLOWED = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    private FilterExpressions() {}

    /** @throws BadUserRequestException if the text is not one of {@link #ALLOWED} */
    static void require(String text) {
        if (!ALLOWED.contains(text)) {
            throw new BadUserRequestException("This expression is not one that a task filter may hold; not evaluated.");
        }
    }
}
