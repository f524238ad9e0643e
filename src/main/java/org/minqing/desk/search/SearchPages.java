package org.minqing.desk.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.minqing.file.Download;
import org.minqing.file.SheetDownload;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.page.Search;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.saved.SavedSearches;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Search for staff. What is looked for is sent in the body: names, phones and words have no place in an address. */
@Controller
class SearchPages implements HoldsForm {

    private final Searching searching;
    private final SearchScreen screen;
    private final SavedSearches saved;
    private final SearchExport export;
    private final SheetDownload download;
    private final FieldMessages messages;

    SearchPages(
            Searching searching,
            SearchScreen screen,
            SavedSearches saved,
            SearchExport export,
            SheetDownload download,
            FieldMessages messages) {
        this.searching = searching;
        this.screen = screen;
        this.saved = saved;
        this.export = export;
        this.download = download;
        this.messages = messages;
    }

    /** @param saved id of a saved search of his that is asked again; empty for the form alone */
    @GetMapping("/desk/search")
    ModelAndView form(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam(name = "saved", defaultValue = "") String saved) {
        if (saved.isEmpty()) {
            return screen.page(person, Map.of(), Map.of());
        }
        var kept = Search.number(saved)
                .flatMap(id -> this.saved.find(person.userId(), id))
                .orElseThrow(Refusal::notFound);
        return answer(person, kept.question()).addObject("opened", kept.name());
    }

    @PostMapping("/desk/search")
    ModelAndView search(@AuthenticationPrincipal StaffMember person, @RequestParam MultiValueMap<String, String> sent) {
        return answer(person, screen.given(sent));
    }

    /** What is wrong is said on the page; else the browser keeps a file and stays where it is. */
    @PostMapping({"/desk/search/export.csv", "/desk/search/export.xlsx"})
    ModelAndView export(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var given = screen.given(sent);
        try {
            var format = Download.asked(request);
            var sheet = export.of(person, screen.asked(person, given), format);
            download.send(format, sheet, person.locality(), response);
            return null;
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(screen.page(person, given, messages.of(e)));
        }
    }

    private ModelAndView answer(StaffMember person, Map<String, String> given) {
        try {
            var question = screen.question(person, given);
            var page = screen.page(person, question.typed(), Map.of());
            return question.asksForNothing() ? page : page.addObject("found", searching.find(person, question));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(screen.page(person, given, messages.of(e)));
        }
    }
}
