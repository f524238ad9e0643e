package org.minqing.proof.day;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** What people at their desks do with appeals beside their tasks. What is hidden from them is not there. */
final class Desk {

    private static final Set<String> HANDLED = Set.of("received", "handling");

    private Desk() {}

    static Optional<Act> remind(Town town) {
        return supervisor(town, (person, number) -> post("remind", person, number, "/reminder", "{}"), 200, 409);
    }

    static Optional<Act> supervise(Town town) {
        return supervisor(
                town,
                (person, number) ->
                        post("supervise", person, number, "/supervision", "{\"instruction\":\"今天内联系居民并说明进展。\"}"),
                // Whoever has it himself is told so.
                200,
                409);
    }

    static Optional<Act> reassign(Town town) {
        var to = town.pick(town.people().holdings().stream()
                .filter(post -> !post.matches(".*-(auditor|registrar|call-back|supervisor|dispatcher|township-leader)"))
                .toList());
        return supervisor(
                town,
                (person, number) -> post(
                        "reassign",
                        person,
                        number,
                        "/reassignment",
                        "{\"holder\":\"" + to + "\",\"reason\":\"由更熟悉情况的岗位承办。\"}"),
                200,
                // That post has it already.
                400,
                409);
    }

    /** The dispatcher or a supervisor; the tables decide again. */
    static Optional<Act> correct(Town town) {
        var person = town.people().one(town.chance(50) ? "dispatcher" : "supervisor");
        return town.anyOpen().map(mine -> {
            boolean handled = HANDLED.contains(mine.status());
            var change = town.chance(50)
                    ? "\"category\":\"" + town.pick(java.util.List.of("road", "sanitation", "parking", "property"))
                            + "\""
                    : "\"facts\":{\"vulnerable\":" + town.chance(50) + "}";
            var act = post(
                    "correct", person, mine.number(), "/correction", "{" + change + ",\"reason\":\"到现场看过，情况不同。\"}");
            if (!person.sees(mine.number())) {
                return act.answered(404);
            }
            // Nothing would change, or a table does not take it.
            return handled ? act.answered(200, 400, 409) : act.answered(400, 409);
        });
    }

    static Optional<Act> merge(Town town) {
        var person = town.people().one("dispatcher");
        return town.anyOpen()
                .flatMap(mine -> town.anyOpen().map(original -> {
                    var act = post(
                            "merge", person, mine.number(), "/merge", "{\"original\":\"" + original.number() + "\"}");
                    if (!person.sees(mine.number())) {
                        return act.answered(404);
                    }
                    return mine.equals(original) || !person.sees(original.number())
                            ? act.answered(400)
                            : act.answered(200, 400, 409).leading("merged");
                }));
    }

    static Optional<Act> ask(Town town) {
        var person = town.people().one("dispatcher");
        return town.anyOpen().map(mine -> {
            var act = post("ask the resident", person, mine.number(), "/question", "{\"question\":\"请问具体在哪个单元？\"}");
            return person.sees(mine.number()) ? act.answered(200, 409) : act.answered(404);
        });
    }

    private static Optional<Act> supervisor(Town town, BiFunction<Person, String, Act> act, Integer... right) {
        var person = town.people().one(town.chance(70) ? "supervisor" : "township-leader");
        return town.anyOpen().map(mine -> {
            var drawn = act.apply(person, mine.number());
            if (!person.sees(mine.number())) {
                return drawn.answered(404);
            }
            return mine.status().equals("feedback") || !mine.open() ? drawn.answered(409) : drawn.answered(right);
        });
    }

    private static Act post(String kind, Person person, String number, String path, String body) {
        return Act.sure(kind, person.user(), number, () -> person.api().post("/api/appeals/" + number + path, body));
    }
}
