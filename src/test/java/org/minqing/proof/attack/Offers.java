package org.minqing.proof.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The addresses that the access tables name, open and closed, and ids of what is there. */
final class Offers {

    /** One row: methods, and the address with its variables. */
    record Offer(List<String> methods, String pattern) {}

    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("number", "select number from appeal"),
            // Residents of the other locality have not told theirs.
            Map.entry(
                    "code", "select tracking_code from appeal where locality = 'shibu' and tracking_code is not null"),
            Map.entry("task", "select id_ from act_ru_task"),
            Map.entry("process-instance", "select id_ from act_hi_procinst"),
            Map.entry("job", "select id_ from act_ru_job"),
            Map.entry("process-definition", "select id_ from act_re_procdef"),
            Map.entry("job-definition", "select id_ from act_ru_jobdef"),
            Map.entry("decision-definition", "select id_ from act_re_decision_def"),
            Map.entry("deployment", "select id_ from act_re_deployment"),
            Map.entry("resources", "select id_ from act_ge_bytearray where deployment_id_ is not null"),
            Map.entry("filter", "select id_ from act_ru_filter"),
            // Administrators attack as well: whom they close or move is nobody whom other tests need.
            Map.entry("user", "select id_ from act_id_user where id_ like 'attacked-%'"),
            Map.entry("group", "select id_ from act_id_group"));

    /** Who signs out attacks no more. */
    private static final Set<String> ENDS = Set.of("/sign-out", "/camunda/api/admin/auth/user/{engine}/logout");

    private static final Map<String, String> KINDS =
            Map.of("taskId", "task", "instances", "process-instance", "userId", "user", "resourceId", "resources");

    private final List<Offer> offers;
    private final Map<String, List<String>> ids = new TreeMap<>();

    Offers(JdbcClient owner) {
        offers = Stream.of("access.csv", "access-engine.csv")
                .flatMap(Offers::rows)
                .filter(offer -> !ENDS.contains(offer.pattern()))
                .toList();
        IDS.forEach((kind, sql) ->
                ids.put(kind, owner.sql(sql + " limit 500").query(String.class).list()));
    }

    List<Offer> all() {
        return offers;
    }

    /** Real ones that fit there; empty if none is known. */
    List<String> ids(String variable, String wordBefore) {
        var byName = ids.get(KINDS.getOrDefault(variable, variable));
        return byName != null ? byName : ids.getOrDefault(KINDS.getOrDefault(wordBefore, wordBefore), List.of());
    }

    private static Stream<Offer> rows(String file) {
        try {
            return new ClassPathResource(file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .map(cells -> new Offer(
                            cells[1].equals("*")
                                    ? List.of("GET", "POST", "PUT", "DELETE")
                                    : List.of(cells[1].split("\\|")),
                            cells[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
