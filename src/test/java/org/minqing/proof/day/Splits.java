package org.minqing.proof.day;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the dispatcher does with appeals of which several units do a part each. */
final class Splits {

    private static final List<String> CATEGORIES = List.of("property", "land", "road", "other");

    private Splits() {}

    /** Also what is not handled now, or is split already: that is refused. */
    static Optional<Act> split(Town town) {
        var person = town.people().one("dispatcher");
        return town.anyOpen().map(mine -> {
            var body = "{\"subCases\":[" + matter(town, "第一处") + "," + matter(town, "第二处") + "]}";
            var act = act("split", person, mine.number(), "/sub-cases", body);
            if (!person.sees(mine.number())) {
                return act.answered(404);
            }
            // Confidential, praise, in danger, or split before.
            return mine.status().equals("handling") ? act.answered(200, 400, 409) : act.answered(409);
        });
    }

    private static String matter(Town town, String title) {
        return "{\"title\":\"%s\",\"description\":\"%s的情况要另外处理。\",\"category\":\"%s\",\"location\":{\"unit\":\"%s\"}}"
                .formatted(title, title, town.pick(CATEGORIES), town.pick(Filing.PLACES));
    }

    static Optional<Act> takeOut(Town town) {
        var person = town.people().one("dispatcher");
        return town.anyOpen().filter(mine -> person.sees(mine.number())).flatMap(mine -> {
            var sheet = person.api().get("/api/appeals/" + mine.number()).json();
            var all = StreamSupport.stream(sheet.path("subCases").spliterator(), false)
                    .toList();
            return town.any(all)
                    .map(one -> act(
                                    "take out",
                                    person,
                                    one.path("number").asText(),
                                    "/removal",
                                    "{\"ground\":\"现场看过，另一处已经一并处理。\"}")
                            .answered(one.path("open").asBoolean() ? 200 : 409));
        });
    }

    private static Act act(String kind, Person person, String number, String path, String body) {
        return Act.sure(kind, person.user(), number, () -> person.api().post("/api/appeals/" + number + path, body));
    }
}
