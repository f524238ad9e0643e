package org.minqing.desk.course;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

/** What sort of step it is for somebody who does not read BPMN. The first that fits decides. */
enum CourseKind {
    TASK(type -> type.equals("userTask")),
    DECISION(type -> type.equals("businessRuleTask")),
    SERVICE(type -> type.endsWith("Task")),
    PHASE(type -> type.equals("subProcess")),
    GATEWAY(type -> type.endsWith("Gateway")),
    END(type -> type.endsWith("EndEvent")),
    START(type -> type.equals("startEvent")),
    EVENT(type -> true);

    private final Predicate<String> fits;

    CourseKind(Predicate<String> fits) {
        this.fits = fits;
    }

    /** @param type as the engine calls it */
    static CourseKind of(String type) {
        return Arrays.stream(values())
                .filter(k -> k.fits.test(type))
                .findFirst()
                .orElseThrow();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
