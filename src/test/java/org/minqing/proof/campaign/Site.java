package org.minqing.proof.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.minqing.support.Api;
import org.minqing.support.Session;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running node and the people who have signed in there, each as a browser does. */
final class Site {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    /** Copies of Shibu, the first ones, so that the same are asked for in a database that has more. */
    private static final String COPIES = """
            select number from (select a.number, row_number() over (order by tracking_code) as place
              from appeal a where locality = 'shibu' and tracking_code like 'CLONE%%' and %s order by tracking_code limit 1500) q
            where place %% 25 = 1""";

    private final Api api;
    private final JdbcClient owner;
    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<String, List<String>> found = new HashMap<>();

    Site(Api api, DataSource owner) {
        this.api = api;
        this.owner = JdbcClient.create(owner);
    }

    /** With a row for each filter that the person sees. */
    List<WorkplaceRequest> requests() {
        return WorkplaceRequest.all().stream()
                .flatMap(request -> request.path().contains("{filter}")
                        ? filters(request.user())
                                .map(f -> request.with(
                                        "filter",
                                        f.path("name").asText(),
                                        f.path("id").asText()))
                        : Stream.of(request))
                .toList();
    }

    private Stream<JsonNode> filters(String user) {
        return StreamSupport.stream(
                json(user, ENGINE + "/filter?resourceType=Task&firstResult=0&maxResults=50")
                        .spliterator(),
                false);
    }

    /** @param turn which of several appeals or tasks; below zero it does not count */
    void ask(WorkplaceRequest request, int turn, Timing timing) {
        var ready = request;
        for (var name : List.of("task", "open", "finished", "definition", "from", "to")) {
            if (request.path().contains("{" + name + "}")) {
                var values = found.computeIfAbsent(name + " " + request.user(), n -> find(name, request.user()));
                if (values.isEmpty()) {
                    throw new IllegalStateException("No " + name + " for " + request.user());
                }
                ready = ready.with(name, "", values.get(Math.floorMod(turn, values.size())));
            }
        }
        var begun = System.nanoTime();
        var answer = session(request.user()).send(ready.method(), ready.path(), ready.body(), ready.accept());
        timing.add(answer.statusCode(), (System.nanoTime() - begun) / 1e6, turn >= 0);
    }

    private List<String> find(String name, String user) {
        var month = LocalDate.now().withDayOfMonth(1).minusMonths(1);
        return switch (name) {
            case "open" ->
                owner.sql(COPIES.formatted("closed_at is null"))
                        .query(String.class)
                        .list();
            case "finished" ->
                owner.sql(COPIES.formatted("closed_at is not null"))
                        .query(String.class)
                        .list();
            case "task" ->
                json(user, ENGINE + "/task?maxResults=50&sortBy=dueDate&sortOrder=asc")
                        .findValuesAsText("id");
            case "definition" ->
                owner.sql("select id_ from act_re_procdef order by version_ desc limit 1")
                        .query(String.class)
                        .list();
            case "from" -> List.of(month.toString());
            default -> List.of(month.plusMonths(1).toString());
        };
    }

    private JsonNode json(String user, String path) {
        try {
            return JSON.readTree(session(user).get(path).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Session session(String user) {
        return sessions.computeIfAbsent(user, u -> Session.of(api, u));
    }

    String size() {
        return owner.sql("select pg_size_pretty(pg_database_size(current_database()))")
                .query(String.class)
                .single();
    }

    /** How many tasks are offered to or held by those who have most and by half of the people. */
    String busiest() {
        return owner.sql("""
                select 'half at most ' || percentile_disc(0.5) within group (order by n) || ', nobody more than ' || max(n) from (
                  select m.user_id_, count(distinct t.id_) n from act_ru_task t
                  join act_ru_identitylink l on l.task_id_ = t.id_
                  join act_id_membership m on m.group_id_ = l.group_id_
                  where t.assignee_ is null or t.assignee_ = m.user_id_ group by 1) q""").query(String.class).single();
    }
}
