package org.minqing.evaluation.web;

import java.util.Map;
import org.minqing.evaluation.MetricTable;
import org.minqing.evaluation.Metrics;
import org.minqing.evaluation.PeriodReader;
import org.minqing.problem.Query;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same figures for programs. The contract is in {@code src/docs/api.md}. */
@RestController
class MetricApi {

    private final Metrics metrics;
    private final PeriodReader periods;

    MetricApi(Metrics metrics, PeriodReader periods) {
        this.metrics = metrics;
        this.periods = periods;
    }

    /** @throws org.minqing.problem.InvalidInput if a parameter is unknown or wrong */
    @GetMapping("/api/sla/metrics")
    MetricTable metrics(
            @AuthenticationPrincipal StaffMember person, @Query(PeriodReader.FIELDS) Map<String, String> asked) {
        return metrics.of(person.locality(), periods.read(asked));
    }
}
