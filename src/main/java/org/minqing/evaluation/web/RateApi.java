package org.minqing.evaluation.web;

import java.util.Map;
import org.minqing.evaluation.PeriodReader;
import org.minqing.evaluation.RateTable;
import org.minqing.evaluation.RatesOfTheMinute;
import org.minqing.problem.Query;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The three rates for programs. The contract is in {@code src/docs/api.md}. */
@RestController
class RateApi {

    private final RatesOfTheMinute rates;

    RateApi(RatesOfTheMinute rates) {
        this.rates = rates;
    }

    /** @throws org.minqing.problem.InvalidInput if a parameter is unknown or wrong */
    @GetMapping("/api/evaluation/rates")
    RateTable rates(
            @AuthenticationPrincipal StaffMember person, @Query(PeriodReader.FIELDS) Map<String, String> asked) {
        return rates.asked(person.locality(), asked);
    }
}
