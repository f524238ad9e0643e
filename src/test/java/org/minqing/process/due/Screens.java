package org.minqing.process.due;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.minqing.support.Api;
import org.minqing.support.Session;

/** What one person is told by each of his screens. */
public final class Screens {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REST = "/camunda/api/engine/engine/default";

    /** How many tasks are late, and how many soon. */
    public record Count(long late, long soon) {}

    private final Api own;
    private final Session session;

    Screens(Api api, String person) {
        this(api.as(person), Session.of(api, person));
    }

    /** @param own as that person, who has signed in to the session too */
    public Screens(Api own, Session session) {
        this.own = own;
        this.session = session;
    }

    /** What all but the list of tasks itself tell, by the name of the screen. */
    public Map<String, Count> others() {
        var told = new TreeMap<String, Count>();
        told.put("counts", ofCounts());
        told.put("Tasklist", ofFilters());
        told.put("telephone", ofTabs());
        told.put("home", ofCards(tasksOn(session.get("/desk").body())));
        told.put("cards", ofTaskCards());
        return told;
    }

    /** Above them a supervisor's first page counts appeals, and below them whoever has households counts those. */
    private static String tasksOn(String home) {
        var tasks = home.indexOf("data-live=\"tasks\"");
        return home.substring(tasks, home.indexOf("</section>", tasks));
    }

    private JsonNode list() {
        return own.get("/api/tasks").json();
    }

    /** The same of those that count for themselves, however long his list is. */
    public Map<String, Count> counting() {
        return Map.of("counts", ofCounts(), "Tasklist", ofFilters());
    }

    Count tasks() {
        var list = list();
        assertThat(whole(list)).as("a list is whole").isTrue();
        return count(list);
    }

    /** No list shows more than that, the most pressing first. */
    public static boolean whole(JsonNode tasks) {
        return tasks.size() < 200;
    }

    private Count ofTaskCards() {
        var ids = new ArrayList<String>();
        list().forEach(task -> ids.add(task.path("id").asText()));
        var late = 0L;
        var soon = 0L;
        for (int from = 0; from < ids.size(); from += 50) {
            var some = String.join(",", ids.subList(from, Math.min(ids.size(), from + 50)));
            var count = count(own.get("/api/tasks/cards?ids=" + some).json());
            late += count.late();
            soon += count.soon();
        }
        return new Count(late, soon);
    }

    /** Of tasks as {@code /api/tasks} and the cards tell them. */
    public static Count count(JsonNode tasks) {
        var states = new HashMap<String, Long>();
        tasks.forEach(task -> states.merge(task.path("due").path("state").asText(), 1L, Long::sum));
        return new Count(states.getOrDefault("late", 0L), states.getOrDefault("soon", 0L));
    }

    private Count ofCounts() {
        var counts = new HashMap<String, Long>();
        own.get("/api/tasks/counts")
                .json()
                .forEach(
                        c -> counts.put(c.path("name").asText(), c.path("count").asLong()));
        return new Count(counts.getOrDefault("已超时", 0L), counts.getOrDefault("即将超时", 0L));
    }

    /** As the engine's own page asks. */
    private Count ofFilters() {
        var counts = new HashMap<String, Long>();
        var filters = read(session.get(REST + "/filter?firstResult=0&maxResults=50&itemCount=true&resourceType=Task")
                .body());
        assertThat(filters.isArray()).as(filters.toString()).isTrue();
        filters.forEach(filter -> counts.put(
                filter.path("name").asText(), filter.path("itemCount").asLong()));
        return new Count(counts.getOrDefault("已超时", 0L), counts.getOrDefault("即将超时", 0L));
    }

    private Count ofTabs() {
        var late = session.get("/desk/tasks?list=late").body();
        var soon = session.get("/desk/tasks?list=soon").body();
        var count = new Count(tab(late, "late"), tab(late, "soon"));
        assertThat(new Count(ofCards(late).late(), ofCards(soon).soon())).isEqualTo(count);
        return count;
    }

    private static long tab(String page, String list) {
        var found = Pattern.compile("list=" + list + "\".*?<b>(\\d+)</b>", Pattern.DOTALL)
                .matcher(page);
        assertThat(found.find()).as(list).isTrue();
        return Long.parseLong(found.group(1));
    }

    private static Count ofCards(String page) {
        return new Count(
                page.split("<li class=\"late\">", -1).length - 1, page.split("<li class=\"soon\">", -1).length - 1);
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }
}
