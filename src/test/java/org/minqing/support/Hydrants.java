package org.minqing.support;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.minqing.process.task.TaskSubjects;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A second kind of thing that tasks are about, which is no appeal: fire hydrants that somebody inspects. It brings what a
 * kind has to bring, and nothing else of the program knows of it.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Hydrants {

    public static final String PROCESS = "hydrantInspection";

    /** Whoever answers for this one must not hear of its inspection. */
    public static final String SECRET = "H-2";

    public static final String KEPT_FROM = "ganshui-grid-01";

    /** What was found, as {@code number state by whom}. */
    public static final List<String> FOUND = new CopyOnWriteArrayList<>();

    @Bean
    TaskSubjects hydrantSubjects() {
        return new TaskSubjects() {
            @Override
            public Set<String> processes() {
                return Set.of(PROCESS);
            }

            @Override
            public Map<String, TaskSubject> knownTo(String person, Collection<String> numbers) {
                return numbers.stream()
                        .filter(number -> !(number.equals(SECRET) && person.equals(KEPT_FROM)))
                        .collect(Collectors.toMap(number -> number, Hydrants::hydrant));
            }

            @Override
            public String cardName() {
                return "hydrant";
            }

            @Override
            public Map<String, Object> card(TaskSubject subject) {
                return Map.of("pressure", "0.3 MPa");
            }
        };
    }

    private static TaskSubject hydrant(String number) {
        return new TaskSubject(
                "hydrant",
                number,
                "文化广场消火栓 " + number,
                null,
                "文化广场东门",
                null,
                null,
                "ganshui",
                "ganshui-erju-01",
                List.of());
    }

    @Bean
    TaskAct inspectHydrant() {
        return new TaskAct() {
            @Override
            public Set<String> tasks() {
                return Set.of("userTask_inspectHydrant");
            }

            @Override
            public void act(Completion done) {
                FOUND.add(done.number() + " " + done.text("state") + " "
                        + done.by().person());
            }
        };
    }
}
