package org.minqing.proof.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Somebody takes one of his tasks, or does it in one of the ways of which there is a row. */
final class Working implements Move {

    /**
     * Form, what is answered there beforehand, how often of all rows of that form, and how the appeal may stand afterwards
     * (nothing: in any way). {@code ?} behind a row: the rules of a table may refuse it, and nothing changes then.
     */
    private static final String ROWS = """
            respondAppeal      | action=responded contactWith=resident                  | 8 |
            respondAppeal      | action=responded contactWith=affected                  | 1 |
            respondAppeal      | action=responded contactKind=onSite contactWith=onSite | 1 | received handling
            respondAppeal      | action=notReached                                      | 1 | received handling
            respondAppeal      | action=returned                                        | 1 | received handling ?
            removeDanger       | action=arrived contactWith=resident                    | 3 | handling
            removeDanger       | action=arrived contactWith=onSite                      | 1 | received handling
            removeDanger       | action=contacted contactWith=resident                  | 2 | handling
            removeDanger       | action=progress                                        | 1 | received handling
            removeDanger       | action=removed                                         | 3 | handling ?
            removeDanger       | action=returned                                        | 1 | received handling ?
            nameSubject        | action=none                                            | 3 | received
            nameSubject        | action=named                                           | 1 | received ?
            answerConsultation | action=answered                                        | 4 | feedback closed
            answerConsultation | action=passedOn                                        | 1 | received handling
            passOnPraise       |                                                        | 1 | closed feedback
            rerouteAppeal      | action=reroute                                         | 4 | received
            rerouteAppeal      | action=assign                                          | 2 | received handling
            rerouteAppeal      | action=merge                                           | 1 | merged ?
            dispatchAppeal     | action=dispatch                                        | 5 | received handling
            dispatchAppeal     | action=merge                                           | 1 | merged ?
            settleRemit        |                                                        | 1 | received handling ?
            handle             | action=done outcome=solved                             | 6 | feedback closed ?
            handle             | action=done                                            | 3 | feedback closed planned ?
            handle             | action=progress                                        | 3 | handling
            handle             | action=contacted contactWith=resident                  | 2 | handling
            handle             | action=arrived                                         | 1 | handling ?
            handle             | action=consulted                                       | 1 | handling ?
            handle             | action=askOpinion                                      | 1 | handling ?
            handle             | action=limitChange                                     | 2 | handling ?
            handle             | action=returned                                        | 1 | received handling ?
            giveOpinion        |                                                        | 1 | handling
            followPlan         | action=progress                                        | 2 | planned ?
            followPlan         | action=move                                            | 1 | planned ?
            followPlan         | action=done                                            | 2 | ?
            decidePlan         | action=approved                                        | 2 | ?
            decidePlan         | action=refused                                         | 1 | ?
            supervisePlan      |                                                        | 1 | ?
            approveLimitChange | action=approved                                        | 2 | ?
            approveLimitChange | action=refused                                         | 1 | ?
            approveCorrection  | action=approved                                        | 2 | ?
            approveCorrection  | action=refused                                         | 1 | ?
            callResident       | action=reached grade=5 contacted=yes resolved=yes answer=yes | 4 |
            callResident       | action=reached grade=2 contacted=yes                   | 2 |
            callResident       | action=reached contacted=no                            | 1 |
            callResident       | action=notReached                                      | 2 | feedback planned
            checkContact       | action=made                                            | 2 |
            checkContact       | action=notMade                                         | 1 |
            superviseOverdue   | measure=urge                                           | 3 | ?
            superviseOverdue   | measure=remind                                         | 1 | ?
            superviseOverdue   | measure=assist                                         | 1 | ?
            superviseOverdue   | measure=reassign                                       | 2 | ?
            reviewDissatisfied | action=redo                                            | 2 | received handling ?
            reviewDissatisfied | action=close                                           | 1 | closed ?
            reviewAppeal       | action=answered                                        | 3 | closed closed_unanswered received handling ?
            reviewAppeal       | action=hearing                                         | 1 | closed closed_unanswered ?
            passOnReview       | action=passedOn                                        | 3 | closed closed_unanswered ?
            passOnReview       | action=answered                                        | 2 | closed closed_unanswered received handling ?
            """;

    private static final Set<String> DECIDING = Set.of(
            "superviseOverdue",
            "supervisePlan",
            "decidePlan",
            "settleRemit",
            "reviewDissatisfied",
            "reviewAppeal",
            "approveLimitChange",
            "approveCorrection");

    private record Row(String form, Map<String, String> fixed, int weight, Set<String> after, boolean refusable) {

        static Row of(String row) {
            var cells =
                    Arrays.stream((row + " ").split("\\|")).map(String::strip).toList();
            var after = words(cells.get(3)).collect(Collectors.toSet());
            boolean refusable = after.remove("?");
            return new Row(
                    cells.get(0),
                    words(cells.get(1)).map(word -> word.split("=")).collect(Collectors.toMap(w -> w[0], w -> w[1])),
                    Integer.parseInt(cells.get(2)),
                    after,
                    refusable);
        }

        private static Stream<String> words(String cell) {
            return Arrays.stream(cell.split(" ")).filter(word -> !word.isBlank());
        }

        /** Whether the form offers all that is answered beforehand; what it does not ask is not sent. */
        boolean fits(JsonNode task) {
            return fixed.entrySet().stream().allMatch(answer -> {
                var field = field(task, answer.getKey());
                return field.isEmpty()
                        || Answers.values(field.get().path("choices")).contains(answer.getValue());
            });
        }

        String kind() {
            var how = fixed.getOrDefault("action", fixed.getOrDefault("measure", ""));
            return how.isEmpty() ? form : form + " " + how;
        }
    }

    private static final List<Row> ALL = ROWS.lines().map(Row::of).toList();

    private final Set<String> roles;

    /** @param roles of whom, as their user names begin behind the locality; nobody named is everybody */
    Working(String... roles) {
        this.roles = Set.of(roles);
    }

    /** Each kind of task that he has as often as another: else what is rare would never be done. */
    @Override
    public Optional<Act> draw(Town town) {
        var person = town.pick(town.people().all().stream()
                .filter(one -> roles.isEmpty()
                        || roles.stream().anyMatch(role -> one.user().contains("-" + role)))
                .toList());
        var tasks = StreamSupport.stream(person.tasks().spliterator(), false)
                // What others left in the same database is not of this day.
                .filter(task -> town.ours(task.path("number").asText()))
                .toList();
        var forms = tasks.stream().map(Working::form).distinct().toList();
        return town.any(forms)
                .flatMap(form -> town.any(
                        tasks.stream().filter(task -> form(task).equals(form)).toList()))
                .map(task -> act(town, person, task));
    }

    private static String form(JsonNode task) {
        return task.path("form").asText();
    }

    private static Act act(Town town, Person person, JsonNode task) {
        var id = task.path("id").asText();
        var number = task.path("number").asText();
        var form = form(task);
        boolean excluded = Duties.excludes(town, number, person.user(), form);
        if (!task.path("mine").asBoolean() && town.chance(20)) {
            return Act.sure(
                            "claim",
                            person.user(),
                            number,
                            () -> person.api().post("/api/tasks/" + id + "/claim", "{}"))
                    .answered(right(excluded, form));
        }
        var row = row(town, task);
        var answers = new Answers(town, row.fixed(), number).to(task);
        var act = Act.sure(
                        row.kind(),
                        person.user(),
                        number,
                        () -> person.api().post("/api/tasks/" + id + "/complete", answers))
                // No resident reads how a sub-case stands.
                .leading(
                        town.find(number).isEmpty()
                                ? new String[0]
                                : row.after().toArray(String[]::new));
        if (excluded) {
            return act.answered(409);
        }
        return row.refusable() ? act.answered(200, 400, 409) : act;
    }

    /** Whoever has it in hand supervises and decides nothing of it; the engine knows whose hand that is. */
    private static Integer[] right(boolean excluded, String form) {
        if (excluded) {
            return new Integer[] {409};
        }
        return DECIDING.contains(form) ? new Integer[] {200, 409} : new Integer[] {200};
    }

    private static Row row(Town town, JsonNode task) {
        var form = form(task);
        var rows = new ArrayList<Row>();
        for (var row : ALL) {
            if ((row.form().equals(form) || (row.form().equals("handle") && form.startsWith("handle")))
                    && row.fits(task)) {
                for (int i = 0; i < row.weight(); i++) {
                    rows.add(row);
                }
            }
        }
        return town.any(rows).orElseThrow(() -> new AssertionError("Nobody knows what to do with " + form));
    }

    private static Optional<JsonNode> field(JsonNode task, String key) {
        return StreamSupport.stream(task.path("fields").spliterator(), false)
                .filter(field -> field.path("key").asText().equals(key))
                .findFirst();
    }
}
