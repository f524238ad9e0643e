package org.minqing.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Says of an attempt that somebody makes it on the page, and not a program with each request. */
final class AtTheSignInPage extends WebAuthenticationDetails {

    AtTheSignInPage(HttpServletRequest request) {
        super(request);
    }
}
