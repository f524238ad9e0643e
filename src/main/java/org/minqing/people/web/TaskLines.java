package org.minqing.people.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.minqing.people.HeldTask;
import org.minqing.people.People;
import org.springframework.stereotype.Component;

/** Tasks in somebody's hand, counted by what is to be done and by whose they are: an administrator reads no appeals. */
@Component
class TaskLines {

    /** @param posts to whom they were offered */
    record TaskLine(String step, String posts, long count) {}

    private final People people;

    TaskLines(People people) {
        this.people = people;
    }

    List<TaskLine> of(List<HeldTask> tasks) {
        return tasks.stream()
                .collect(Collectors.groupingBy(
                        task -> new TaskLine(task.step(), posts(task), 0), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> new TaskLine(e.getKey().step(), e.getKey().posts(), e.getValue()))
                .toList();
    }

    private String posts(HeldTask task) {
        return task.groups().stream().map(people::label).collect(Collectors.joining("、"));
    }
}
