package org.minqing.notice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.minqing.notice.push.OwnBrowsers;
import org.minqing.notice.push.OwnBrowsers.Subscription;
import org.minqing.page.PageAnswer;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Somebody lets his telephone be told, and takes that back. */
@Controller
class PushPages {

    private final OwnBrowsers browsers;
    private final ThisBrowser browser;

    PushPages(OwnBrowsers browsers, ThisBrowser browser) {
        this.browsers = browsers;
        this.browser = browser;
    }

    @PostMapping("/desk/notices/push")
    ModelAndView on(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam(name = "endpoint", defaultValue = "") String endpoint,
            @RequestParam(name = "p256dh", defaultValue = "") String p256dh,
            @RequestParam(name = "auth", defaultValue = "") String auth,
            HttpServletRequest request,
            HttpServletResponse response) {
        var key = browser.key(person);
        if (key.isEmpty()) {
            throw Refusal.notFound();
        }
        // A new one each time: whoever had this browser before does not know it.
        var token = ThisBrowser.newToken();
        browsers.add(person.userId(), person.locality(), key, new Subscription(endpoint, p256dh, auth), token);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ThisBrowser.cookie(token, request.isSecure()).toString());
        return PageAnswer.seeOther("/desk/notices?kept");
    }

    /** This browser, or with {@code all} each of his. */
    @PostMapping("/desk/notices/push/off")
    ModelAndView off(
            @AuthenticationPrincipal StaffMember person,
            @CookieValue(name = ThisBrowser.COOKIE, required = false) String token,
            @RequestParam(name = "all", defaultValue = "false") boolean all) {
        if (all) {
            browsers.dropAll(person.userId());
        } else if (token != null) {
            browsers.dropBrowser(token);
        }
        return PageAnswer.seeOther("/desk/notices?kept");
    }
}
