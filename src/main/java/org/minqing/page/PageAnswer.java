package org.minqing.page;

import java.util.function.Function;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
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

    /**
     * Does it and shows another page; where it cannot be done now, the page again.
     *
     * @param wrong   the page with what is wrong of what was typed
     * @param refused the page with what stands in the way
     * @throws Refusal of any other kind than a conflict
     */
    public static ModelAndView after(
            Runnable act,
            String path,
            Function<InvalidInput, ModelAndView> wrong,
            Function<Refusal, ModelAndView> refused) {
        try {
            act.run();
        } catch (InvalidInput e) {
            return badRequest(wrong.apply(e));
        } catch (Refusal e) {
            if (e.kind() != Refusal.Kind.CONFLICT) {
                throw e;
            }
            return refused(refused.apply(e), HttpStatus.CONFLICT);
        }
        return seeOther(path);
    }

    /** It is done: whoever loads the page again does not send the form again. */
    public static ModelAndView seeOther(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
