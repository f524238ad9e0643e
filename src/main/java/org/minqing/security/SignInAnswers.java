package org.minqing.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Where the sign-in page leads: relative to this site, so that no header of the request has a say in it. */
final class SignInAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final String HOME = "/desk";

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {
        go(response, PageAfterSignIn.take(request, response).orElse(HOME));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
        go(response, e instanceof TooManyAttempts many ? "/sign-in?wait=" + many.seconds() : "/sign-in?refused");
    }

    static void go(HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader("Location", path);
    }
}
