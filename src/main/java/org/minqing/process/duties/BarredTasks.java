package org.minqing.process.duties;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.minqing.duties.Duties;
import org.springframework.stereotype.Component;

/** Tasks that lie with somebody's post, and that he may not do: lists show them with the reason and without a way to take them. */
@Component
public class BarredTasks {

    private final Duties duties;

    BarredTasks(Duties duties) {
        this.duties = duties;
    }

    /**
     * @param person  user id
     * @param numbers the appeal of each task
     * @return by id of the task why not, in Chinese; without those that he may do
     */
    public Map<String, String> of(String person, Collection<Task> tasks, Function<Task, String> numbers) {
        var barred = new HashMap<String, String>();
        tasks.stream()
                .filter(task -> TaskDuties.of(task.getTaskDefinitionKey()).isPresent())
                .collect(Collectors.groupingBy(
                        task -> TaskDuties.of(task.getTaskDefinitionKey()).orElseThrow()))
                .forEach((duty, same) -> {
                    var asked = same.stream().map(numbers).collect(Collectors.toSet());
                    var excluded = duties.excluded(asked, duty);
                    same.forEach(task -> {
                        var row = excluded.getOrDefault(numbers.apply(task), Map.of())
                                .get(person);
                        if (row != null) {
                            barred.put(task.getId(), row.zh());
                        }
                    });
                });
        return barred;
    }
}
