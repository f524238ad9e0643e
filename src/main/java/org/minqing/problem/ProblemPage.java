package org.minqing.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The page that a person sees when something is wrong: {@code templates/portal/problem.html}. */
@Component
class ProblemPage {

    /** @param label what people call the field; where it is none of ours, what the caller called it */
    record Fault(String label, String zh) {}

    private final SpringTemplateEngine templates;
    private final MessageSource messages;

    ProblemPage(SpringTemplateEngine templates, MessageSource messages) {
        this.templates = templates;
        this.messages = messages;
    }

    String render(HttpStatus status, String zh, List<FieldProblem> fields) {
        var context = new Context();
        var faults = fields.stream().map(this::fault).toList();
        context.setVariables(Map.of("status", status.value(), "zh", zh, "faults", faults));
        return templates.process("portal/problem", context);
    }

    private Fault fault(FieldProblem problem) {
        return new Fault(
                messages.getMessage("field." + problem.field(), null, problem.field(), Locale.CHINA), problem.zh());
    }
}
