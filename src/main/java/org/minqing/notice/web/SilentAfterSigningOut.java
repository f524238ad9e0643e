package org.minqing.notice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.minqing.notice.push.OwnBrowsers;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** A telephone from which somebody signed out says nothing of his any more; one whose session merely ended still does. */
@Component
class SilentAfterSigningOut implements LogoutHandler {

    private final OwnBrowsers browsers;

    SilentAfterSigningOut(OwnBrowsers browsers) {
        this.browsers = browsers;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication person) {
        var cookie = WebUtils.getCookie(request, ThisBrowser.COOKIE);
        if (cookie != null) {
            browsers.dropBrowser(cookie.getValue());
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ThisBrowser.cookie("", request.isSecure()).toString());
        }
    }
}
