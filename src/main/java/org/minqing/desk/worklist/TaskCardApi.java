package org.minqing.desk.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Query;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What our part of Tasklist asks for. Stored nowhere in the engine and in no browser. */
@RestController
class TaskCardApi {

    /** Three times as many as Tasklist shows on a page. */
    private static final int MOST = 50;

    private final TaskCards cards;
    private final Replies replies;

    TaskCardApi(TaskCards cards, Replies replies) {
        this.cards = cards;
        this.replies = replies;
    }

    @GetMapping("/api/tasks/cards")
    List<TaskCard> cards(@AuthenticationPrincipal StaffMember person, @Query("ids") Map<String, String> asked) {
        var given = asked.getOrDefault("ids", "");
        var ids = Arrays.stream(given.split(","))
                .filter(id -> !id.isBlank())
                .distinct()
                .toList();
        if (ids.size() > MOST || !given.matches("[a-zA-Z0-9,_-]*")) {
            throw new InvalidInput(
                    "ids", "最多 " + MOST + " 个任务编号，用逗号分开", "at most " + MOST + " ids of tasks, separated by commas");
        }
        return cards.of(person, ids);
    }

    @GetMapping("/api/tasks/counts")
    List<TaskCount> counts(@AuthenticationPrincipal StaffMember person) {
        return cards.counts(person);
    }

    /** Texts by the key of the field beside which they are offered. */
    @GetMapping("/api/tasks/{taskId}/replies")
    Map<String, List<String>> replies(
            @AuthenticationPrincipal StaffMember person, @PathVariable("taskId") String taskId) {
        return replies.of(person.locality(), cards.form(person, taskId));
    }
}
