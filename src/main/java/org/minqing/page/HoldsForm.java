package org.minqing.page;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Pages with a form on them: whoever sends one proves with a token that he was given it. */
public interface HoldsForm {

    /** Reads it now, while a session can still be opened: a long page is on its way before its form is reached. */
    @ModelAttribute
    default void readToken(CsrfToken token) {
        token.getToken();
    }
}
