package org.minqing.people.web;

import org.minqing.people.Account;
import org.minqing.security.StaffMember;
import org.springframework.web.servlet.ModelAndView;

/** The one page on which a password stands: the answer to the form that made it. It is stored nowhere in words. */
final class PasswordPage {

    private PasswordPage() {}

    /** @param drawn whether the system made it up; what somebody typed he knows, and is not shown */
    static ModelAndView of(StaffMember person, Account account, String password, boolean drawn) {
        return new ModelAndView("people/password")
                .addObject("person", person)
                .addObject("account", account)
                .addObject("password", drawn ? password : null);
    }
}
