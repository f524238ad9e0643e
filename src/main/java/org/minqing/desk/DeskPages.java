package org.minqing.desk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.access.ConfidentialRules;
import org.minqing.desk.appeal.AppealSheets;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.desk.worklist.Worklist;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Role;
import org.minqing.page.HoldsForm;
import org.minqing.security.SessionLimits;
import org.minqing.security.StaffMember;
import org.minqing.time.Spans;
import org.minqing.time.Times;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first pages of staff: sign-in and home. Tasks themselves are done in the engine's Tasklist or on the telephone. */
@Controller
class DeskPages implements HoldsForm {

    /** Pages of tasks that a telephone fetches ahead, to be read where there is no network. */
    private static final int KEPT_AHEAD = 30;

    /** Why a session ended, as the address of the sign-in page tells it. */
    private static final Set<String> ENDED = Set.of("away", "old", "changed");

    private final Worklist worklist;
    private final Holdings holdings;
    private final AppealSheets sheets;
    private final InstantSource clock;
    private final SessionLimits sessions;
    private final ConfidentialRules rules;

    DeskPages(
            Worklist worklist,
            Holdings holdings,
            AppealSheets sheets,
            InstantSource clock,
            SessionLimits sessions,
            ConfidentialRules rules) {
        this.worklist = worklist;
        this.holdings = holdings;
        this.sheets = sheets;
        this.clock = clock;
        this.sessions = sessions;
        this.rules = rules;
    }

    @GetMapping("/sign-in")
    ModelAndView signIn(@RequestParam Map<String, String> asked) {
        return new ModelAndView("desk/sign-in")
                .addObject("refused", asked.containsKey("refused"))
                .addObject("out", asked.containsKey("out"))
                .addObject("wait", waiting(asked.get("wait")))
                .addObject("ended", ENDED.contains(asked.getOrDefault("ended", "")) ? asked.get("ended") : null)
                .addObject("idle", Spans.whole(sessions.idle()))
                .addObject("longest", Spans.whole(sessions.longest()));
    }

    /** In words; null if it is no number of seconds. */
    private static String waiting(String seconds) {
        return seconds != null && seconds.matches("[1-9][0-9]{0,3}")
                ? Spans.whole(Duration.ofSeconds(Long.parseLong(seconds)))
                : null;
    }

    @GetMapping("/desk")
    ModelAndView home(@AuthenticationPrincipal StaffMember person) {
        var works = person.locality() != null;
        var tasks = works ? worklist.of(person) : List.<WorkItem>of();
        return new ModelAndView("desk/home")
                .addObject("person", person)
                .addObject("works", works)
                .addObject(
                        "posts",
                        holdings.of(person.groups()).stream()
                                .map(Holding::label)
                                .toList())
                .addObject("tasks", tasks)
                .addObject(
                        "ahead",
                        tasks.stream().limit(KEPT_AHEAD).map(WorkItem::id).collect(Collectors.joining(" ")))
                .addObject("now", Times.iso(clock.instant()))
                .addObject("registers", person.is(Role.REGISTRAR))
                .addObject("registered", person.is(Role.REGISTRAR) ? sheets.registeredBy(person) : List.of())
                .addObject("passesOn", rules.knowsUnnamed(person))
                .addObject("audits", person.is(Role.AUDITOR))
                .addObject("readsSignIns", person.administrator() || person.is(Role.AUDITOR))
                .addObject("watches", person.administrator() || person.is(Role.SUPERVISOR))
                .addObject("supervises", person.is(Role.SUPERVISOR))
                .addObject("measures", person.is(Role.AUDITOR) || person.is(Role.SUPERVISOR));
    }
}
