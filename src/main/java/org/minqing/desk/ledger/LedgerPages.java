package org.minqing.desk.ledger;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.appeal.ClockKind;
import org.minqing.file.Download;
import org.minqing.organisation.Localities;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.page.SearchPage;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Query;
import org.minqing.security.StaffMember;
import org.minqing.sla.Alarms;
import org.minqing.sla.ledger.LedgerFilter;
import org.minqing.sla.ledger.LedgerReading;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The auditor's desk. Nothing on it changes anything of an appeal; alarms are taken on {@link AlarmPages}. */
@Controller
class LedgerPages implements HoldsForm {

    private static final int ALARMS_ON_TOP = 5;

    private final LedgerQuestions questions;
    private final LedgerLists lists;
    private final LedgerRecords records;
    private final LedgerVerdict verdict;
    private final LedgerDownload download;
    private final LedgerReading reading;
    private final AppealAccess access;
    private final Localities localities;
    private final SearchPage search;
    private final Alarms alarms;

    LedgerPages(
            LedgerQuestions questions,
            LedgerLists lists,
            LedgerRecords records,
            LedgerVerdict verdict,
            LedgerDownload download,
            LedgerReading reading,
            AppealAccess access,
            Localities localities,
            SearchPage search,
            Alarms alarms) {
        this.questions = questions;
        this.lists = lists;
        this.records = records;
        this.verdict = verdict;
        this.download = download;
        this.reading = reading;
        this.access = access;
        this.localities = localities;
        this.search = search;
        this.alarms = alarms;
    }

    /** @throws InvalidInput if a parameter is unknown: what no field of the form could have sent is no slip of the pen */
    @GetMapping("/desk/ledger")
    ModelAndView ledger(
            @AuthenticationPrincipal StaffMember person,
            @Query({LedgerQuestions.FIELDS, "page"}) Map<String, String> asked) {
        return search.answer(
                asked,
                given -> questions.read(person, given),
                lists::find,
                (typed, problems) -> page(person, typed, problems));
    }

    /** How far the last verification is; while one runs the page comes again by itself. */
    @GetMapping("/desk/ledger/verify")
    ModelAndView verification(
            @AuthenticationPrincipal StaffMember person,
            @Query Map<String, String> none,
            HttpServletResponse response) {
        var last = verdict.latest(person).orElse(null);
        if (last != null && last.running()) {
            response.setHeader("Refresh", "2");
        }
        return new ModelAndView("ledger/verify").addObject("person", person).addObject("last", last);
    }

    @PostMapping("/desk/ledger/verify")
    ModelAndView verify(@AuthenticationPrincipal StaffMember person) {
        verdict.start(person);
        return PageAnswer.seeOther("/desk/ledger/verify");
    }

    @GetMapping({"/desk/ledger/export.csv", "/desk/ledger/export.xlsx"})
    void export(
            @AuthenticationPrincipal StaffMember person,
            @Query(LedgerQuestions.FIELDS) Map<String, String> asked,
            HttpServletRequest request,
            HttpServletResponse response) {
        download.send(Download.asked(request), questions.read(person, asked), person, response);
    }

    @GetMapping("/desk/ledger/{number}")
    ModelAndView appeal(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Query Map<String, String> none) {
        return new ModelAndView("ledger/appeal")
                .addObject("person", person)
                .addObject("record", records.of(access.visible(person, number)));
    }

    private ModelAndView page(StaffMember person, Map<String, String> typed, Map<String, String> problems) {
        var locality = localities.get(person.locality());
        return new ModelAndView("ledger/list")
                .addObject("person", person)
                .addObject("localityName", locality.name())
                .addObject("typed", typed)
                .addObject("problems", problems)
                .addObject("units", locality.units())
                .addObject("clocks", List.of(ClockKind.values()))
                .addObject("outcomes", List.of(LedgerFilter.Outcome.values()))
                .addObject("seal", reading.newestSeal().orElse(null))
                .addObject("untaken", alarms.untaken(person.locality()))
                .addObject("alarms", lists.alarms(person, ALARMS_ON_TOP));
    }
}
