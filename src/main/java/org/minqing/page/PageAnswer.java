package org.minqing.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** How a page answers a form that was sent. */
public final class PageAnswer {

    private PageAnswer() {}

    /** The page again, with what is wrong. */
    public static ModelAndView badRequest(ModelAndView page) {
        return refused(page, HttpStatus.BAD_REQUEST);
    }

    /** The page again, refused for another reason than what was typed. */
    public static ModelAndView refused(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    /** It is done: whoever loads the page again does not send the form again. */
    public static ModelAndView seeOther(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
