package org.minqing.evaluation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Parameters;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The figures of a locality for its auditors and supervisors. */
@Controller
class MetricPages {

    private static final List<String> CHARTS = List.of("onTimeResponseRate", "onTimeCompletionRate");

    private final Metrics metrics;
    private final PeriodReader periods;
    private final FieldMessages messages;

    MetricPages(Metrics metrics, PeriodReader periods, FieldMessages messages) {
        this.metrics = metrics;
        this.periods = periods;
        this.messages = messages;
    }

    /** @throws InvalidInput if a parameter is unknown: there is no field at which to say it */
    @GetMapping("/desk/metrics")
    ModelAndView metrics(@AuthenticationPrincipal StaffMember person, HttpServletRequest request) {
        var asked = Parameters.read(request.getParameterMap(), PeriodReader.NAMES);
        var page = new ModelAndView("metrics").addObject("person", person);
        try {
            var table = metrics.of(person.locality(), periods.read(asked));
            return page.addObject("table", table)
                    .addObject("from", table.from())
                    .addObject("to", table.to())
                    // Left empty unless it was asked for, so that another period is not shown as of an old moment.
                    .addObject("cutOff", asked.get("cutOff"))
                    .addObject(
                            "charts",
                            CHARTS.stream().map(c -> BarChart.of(table, c)).toList())
                    .addObject("problems", Map.of());
        } catch (InvalidInput e) {
            PeriodReader.NAMES.forEach(name -> page.addObject(name, asked.get(name)));
            return PageAnswer.badRequest(page.addObject("problems", messages.of(e)));
        }
    }
}
