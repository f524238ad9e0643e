package org.minqing.proof.day;

import java.util.List;
import java.util.Optional;

/** Leaders and volunteers take on what is on their list, join others, leave them and give back. */
final class Claims {

    private static final List<String> ACTS = List.of("claim", "claim", "claim", "join", "join", "leave", "giveBack");

    private Claims() {}

    /** Somebody of the list acts on what he finds there; now and then on what he no longer finds, and is told so. */
    static Optional<Act> draw(Town town) {
        var post = town.pick(List.of("party-member", "party-member", "branch-secretary", "village-committee"));
        return town.any(town.people().with(post)).flatMap(person -> {
            var action = town.pick(ACTS);
            var listed = person.api().get("/api/orders").json();
            if (listed.isEmpty()) {
                return Optional.empty();
            }
            var line = listed.get(town.random().nextInt(listed.size()));
            var number = line.path("number").asText();
            var act = Act.sure(
                    "order " + action,
                    person.user(),
                    number,
                    () -> person.api()
                            .post(
                                    "/api/appeals/" + number + "/order",
                                    "{\"action\":\"" + action + "\",\"reason\":\"临时有事\"}"));
            var mine = line.path("mine").asText();
            var right = switch (action) {
                case "claim" -> line.path("mayClaim").asBoolean();
                case "join" -> line.path("mayJoin").asBoolean();
                case "leave" -> mine.equals("member");
                default -> mine.equals("lead");
            };
            return Optional.of(right ? act : act.answered(409));
        });
    }
}
