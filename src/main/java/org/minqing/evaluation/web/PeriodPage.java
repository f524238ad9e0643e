package org.minqing.evaluation.web;

import java.util.Map;
import java.util.function.Function;
import org.minqing.evaluation.Period;
import org.minqing.evaluation.PeriodReader;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A page of figures with the form that asks for another period. */
@Component
class PeriodPage {

    private final PeriodReader periods;
    private final FieldMessages messages;

    PeriodPage(PeriodReader periods, FieldMessages messages) {
        this.periods = periods;
        this.messages = messages;
    }

    /**
     * @param asked as {@link org.minqing.problem.Parameters} reads them
     * @param shown what stands under the form, by name; left out if a field is wrong
     */
    ModelAndView of(
            String view, StaffMember person, Map<String, String> asked, Function<Period, Map<String, ?>> shown) {
        // The cut-off is left empty unless it was asked for, so that another period is not shown as of an old moment.
        var page = new ModelAndView(view).addObject("person", person).addObject("cutOff", asked.get("cutOff"));
        try {
            var period = periods.read(asked);
            return page.addAllObjects(shown.apply(period))
                    .addObject("from", period.from().toString())
                    .addObject("to", period.to().toString())
                    .addObject("problems", Map.of());
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page.addObject("from", asked.get("from"))
                    .addObject("to", asked.get("to"))
                    .addObject("problems", messages.of(e)));
        }
    }
}
