package org.minqing.evaluation.web;

import java.util.Map;
import org.minqing.evaluation.Months;
import org.minqing.evaluation.PeriodReader;
import org.minqing.evaluation.Rates;
import org.minqing.evaluation.Trends;
import org.minqing.organisation.Localities;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Query;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The three rates for auditors and supervisors: of a period, over months, and as a sheet to sign. */
@Controller
class RatePages {

    private final Rates rates;
    private final Trends trends;
    private final Months months;
    private final Localities localities;
    private final PeriodPage pages;
    private final FieldMessages messages;

    RatePages(
            Rates rates,
            Trends trends,
            Months months,
            Localities localities,
            PeriodPage pages,
            FieldMessages messages) {
        this.rates = rates;
        this.trends = trends;
        this.months = months;
        this.localities = localities;
        this.pages = pages;
        this.messages = messages;
    }

    /** @throws InvalidInput if a parameter is unknown: there is no field at which to say it */
    @GetMapping("/desk/rates")
    ModelAndView rates(
            @AuthenticationPrincipal StaffMember person, @Query(PeriodReader.FIELDS) Map<String, String> asked) {
        return pages.of("rates/units", person, asked, period -> Map.of("table", rates.of(person.locality(), period)));
    }

    /** @throws InvalidInput if a parameter is unknown, or there is no such unit: the page offers those there are */
    @GetMapping("/desk/rates/trend")
    ModelAndView trend(@AuthenticationPrincipal StaffMember person, @Query("unit") Map<String, String> asked) {
        var unit = asked.getOrDefault("unit", "");
        var locality = localities.get(person.locality());
        if (!unit.isEmpty() && locality.unit(unit).filter(u -> !u.single()).isEmpty()) {
            throw new InvalidInput("unit", "没有这个单位，或者它不单列", "no such unit, or it is not rated");
        }
        return new ModelAndView("rates/trend")
                .addObject("person", person)
                .addObject("locality", locality)
                .addObject("unit", unit)
                .addObject("settledOn", months.settledOn())
                .addObject("nextSettled", months.nextSettled())
                .addObject("trends", trends.of(locality, unit));
    }

    /** @throws InvalidInput if a parameter is unknown */
    @GetMapping("/desk/rates/month")
    ModelAndView month(@AuthenticationPrincipal StaffMember person, @Query("month") Map<String, String> asked) {
        var page = new ModelAndView("rates/month").addObject("person", person);
        try {
            var month = months.read(asked.get("month"));
            return page.addObject("month", month.toString())
                    .addObject("settled", months.settled(month))
                    .addObject("settledOn", months.settledOn())
                    .addObject("table", rates.of(person.locality(), months.of(month)))
                    .addObject("problems", Map.of());
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(
                    page.addObject("month", asked.get("month")).addObject("problems", messages.of(e)));
        }
    }
}
