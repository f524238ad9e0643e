package org.minqing.problem;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The page that a person sees when something is wrong: {@code templates/portal/problem.html}. */
@Component
class ProblemPage {

    private final SpringTemplateEngine templates;

    ProblemPage(SpringTemplateEngine templates) {
        this.templates = templates;
    }

    String render(HttpStatus status, String zh, String en, List<FieldProblem> fields) {
        var context = new Context();
        context.setVariables(Map.of("status", status.value(), "zh", zh, "en", en, "fields", fields));
        return templates.process("portal/problem", context);
    }
}
