package org.minqing.desk.search;

import java.util.Map;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.page.Search;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.saved.SavedSearches;
import org.minqing.security.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Keeps a search under a name, and deletes one; each person his own. */
@Controller
class SavedSearchPages implements HoldsForm {

    private final SearchScreen screen;
    private final SavedSearches saved;
    private final FieldMessages messages;

    SavedSearchPages(SearchScreen screen, SavedSearches saved, FieldMessages messages) {
        this.screen = screen;
        this.saved = saved;
        this.messages = messages;
    }

    @PostMapping("/desk/search/saved")
    ModelAndView keep(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "savedName", defaultValue = "") String name) {
        var given = screen.given(sent);
        given.remove("page");
        try {
            saved.keep(person.userId(), name, screen.asked(person, given).typed());
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(
                    screen.page(person, given, messages.of(e)).addObject("savedName", name));
        } catch (Refusal e) {
            if (e.kind() != Refusal.Kind.CONFLICT) {
                throw e;
            }
            var page = screen.page(person, given, Map.of("savedName", e.zh())).addObject("savedName", name);
            return PageAnswer.refused(page, HttpStatus.CONFLICT);
        }
        return PageAnswer.seeOther("/desk/search#saved");
    }

    @PostMapping("/desk/search/saved/removal")
    ModelAndView delete(
            @AuthenticationPrincipal StaffMember person, @RequestParam(name = "id", defaultValue = "") String id) {
        saved.delete(person.userId(), Search.number(id).orElseThrow(Refusal::notFound));
        return PageAnswer.seeOther("/desk/search#saved");
    }
}
