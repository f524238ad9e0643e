package org.minqing.desk.worklist;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.minqing.problem.Fields;
import org.minqing.problem.Sent;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tasks of a person, for programs. The contract is in {@code src/docs/api.md}. */
@RestController
class TaskApi {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final Worklist worklist;
    private final ObjectMapper json;

    TaskApi(Worklist worklist, ObjectMapper json) {
        this.worklist = worklist;
        this.json = json;
    }

    @GetMapping("/api/tasks")
    List<WorkItem> tasks(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam(name = "number", required = false) String number) {
        return number == null ? worklist.of(person) : worklist.about(person, number);
    }

    @PostMapping("/api/tasks/{taskId}/claim")
    Map<String, String> claim(
            @AuthenticationPrincipal StaffMember person, @PathVariable("taskId") String taskId, @Fields Sent nothing) {
        worklist.claim(person, taskId);
        return Map.of("claimed", taskId);
    }

    @PostMapping("/api/tasks/{taskId}/complete")
    Map<String, String> complete(
            @AuthenticationPrincipal StaffMember person, @PathVariable("taskId") String taskId, Sent sent) {
        worklist.complete(person, taskId, json.convertValue(sent.json(), FIELDS));
        return Map.of("completed", taskId);
    }
}
