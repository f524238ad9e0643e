package org.minqing.desk.cockpit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.appeal.Times;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Parameters;
import org.minqing.security.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Every timer of the locality, for auditors, programs and Cockpit. Nothing here changes anything. */
@Controller
class TimerPages {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");

    private final TimerQuestions questions;
    private final TimerLists lists;
    private final FieldMessages messages;
    private final InstantSource clock;

    TimerPages(TimerQuestions questions, TimerLists lists, FieldMessages messages, InstantSource clock) {
        this.questions = questions;
        this.lists = lists;
        this.messages = messages;
        this.clock = clock;
    }

    @ResponseBody
    @GetMapping("/api/sla/timers")
    TimerPage timers(@AuthenticationPrincipal StaffMember person, HttpServletRequest request) {
        return lists.find(questions.read(person, request.getParameterMap(), TimerQuestions.with("page")));
    }

    @GetMapping("/desk/timers")
    ModelAndView page(@AuthenticationPrincipal StaffMember person, HttpServletRequest request) {
        var fields = TimerQuestions.with("page");
        // What no field of the form could have sent is no slip of the pen, and gets the page of problems.
        var typed = new LinkedHashMap<>(Parameters.read(request.getParameterMap(), fields));
        try {
            var question = questions.read(person, request.getParameterMap(), fields);
            return page(person, question.typed(), Map.of())
                    .addObject("found", lists.find(question))
                    .addObject("query", query(question.typed()));
        } catch (InvalidInput e) {
            var page = page(person, typed, messages.of(e)).addObject("found", null);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    @GetMapping("/desk/timers/export.csv")
    void csv(@AuthenticationPrincipal StaffMember person, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var question = questions.read(person, request.getParameterMap(), TimerQuestions.with());
        var now = MINUTE.format(clock.instant().atZone(Times.ZONE));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"minqing-timers-" + person.locality() + "-" + now + ".csv\"");
        lists.csv(question.filter(), new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }

    private ModelAndView page(StaffMember person, Map<String, String> typed, Map<String, String> problems) {
        var locality = questions.around(person).get(0);
        return new ModelAndView("timers")
                .addObject("person", person)
                .addObject("localityName", locality.name())
                .addObject("units", locality.units())
                .addObject("states", List.of(TimerState.values()))
                .addObject("typed", typed)
                .addObject("problems", problems);
    }

    /** The search as the end of an address, with a question mark in front; empty for all. */
    private static String query(Map<String, String> typed) {
        var uri = UriComponentsBuilder.newInstance();
        typed.forEach((field, value) -> uri.queryParam(field, "{" + field + "}"));
        var query = uri.encode().buildAndExpand(typed).getQuery();
        return query == null ? "" : "?" + query;
    }
}
