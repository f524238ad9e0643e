package org.minqing.evaluation.web;

import java.util.List;
import java.util.Map;
import org.minqing.evaluation.Metrics;
import org.minqing.evaluation.PeriodReader;
import org.minqing.problem.Query;
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
    private final PeriodPage pages;

    MetricPages(Metrics metrics, PeriodPage pages) {
        this.metrics = metrics;
        this.pages = pages;
    }

    /** @throws org.minqing.problem.InvalidInput if a parameter is unknown: there is no field at which to say it */
    @GetMapping("/desk/metrics")
    ModelAndView metrics(
            @AuthenticationPrincipal StaffMember person, @Query(PeriodReader.FIELDS) Map<String, String> asked) {
        return pages.of("rates/metrics", person, asked, period -> {
            var table = metrics.of(person.locality(), period);
            return Map.of(
                    "table",
                    table,
                    "charts",
                    CHARTS.stream().map(c -> BarChart.of(table, c)).toList());
        });
    }
}
