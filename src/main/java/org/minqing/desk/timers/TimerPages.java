package org.minqing.desk.timers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.minqing.file.Download;
import org.minqing.file.FileFormat;
import org.minqing.page.SearchPage;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Query;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Every timer of the locality, for auditors, programs and Cockpit. Nothing here changes anything. */
@Controller
class TimerPages {

    private final TimerQuestions questions;
    private final TimerLists lists;
    private final SearchPage search;
    private final Download download;

    TimerPages(TimerQuestions questions, TimerLists lists, SearchPage search, Download download) {
        this.questions = questions;
        this.lists = lists;
        this.search = search;
        this.download = download;
    }

    @ResponseBody
    @GetMapping("/api/sla/timers")
    TimerPage timers(
            @AuthenticationPrincipal StaffMember person,
            @Query({TimerQuestions.FIELDS, "page"}) Map<String, String> asked) {
        return lists.find(questions.read(person, asked));
    }

    /** @throws InvalidInput if a parameter is unknown: what no field of the form could have sent is no slip of the pen */
    @GetMapping("/desk/timers")
    ModelAndView page(
            @AuthenticationPrincipal StaffMember person,
            @Query({TimerQuestions.FIELDS, "page"}) Map<String, String> asked) {
        return search.answer(
                asked,
                given -> questions.read(person, given),
                lists::find,
                (typed, problems) -> page(person, typed, problems));
    }

    @GetMapping("/desk/timers/export.csv")
    void csv(
            @AuthenticationPrincipal StaffMember person,
            @Query(TimerQuestions.FIELDS) Map<String, String> asked,
            HttpServletResponse response)
            throws IOException {
        var question = questions.read(person, asked);
        download.announce(FileFormat.CSV, "timers", person.locality(), response);
        lists.csv(question.filter(), Download.markedText(response));
    }

    private ModelAndView page(StaffMember person, Map<String, String> typed, Map<String, String> problems) {
        var locality = questions.around(person).get(0);
        return new ModelAndView("ledger/timers")
                .addObject("person", person)
                .addObject("localityName", locality.name())
                .addObject("units", locality.units())
                .addObject("states", List.of(TimerState.values()))
                .addObject("typed", typed)
                .addObject("problems", problems);
    }
}
