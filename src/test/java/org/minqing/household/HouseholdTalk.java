package org.minqing.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.minqing.support.Session;
import org.minqing.support.Talk;

/** What tests of households share: somebody who writes one down on our pages, and a town without them afterwards. */
public abstract class HouseholdTalk extends Talk {

    protected static final String LIST = "/desk/households";
    protected static final String UNIT = "shibu-chengxi-1-01";
    protected static final String WORKER = "shibu-grid-01";

    private static final Pattern MEMBER = Pattern.compile("/members/([0-9a-f-]{36})\"");

    private final Map<String, Session> sessions = new HashMap<>();

    /** An address that no other test has. */
    protected static String address() {
        return "试验巷" + Long.toString(System.nanoTime(), 36) + "号";
    }

    protected Session as(String person) {
        return sessions.computeIfAbsent(person, user -> Session.of(api, user));
    }

    protected String shown(String person, String path) {
        var answer = page(person, path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    protected HttpResponse<String> page(String person, String path) {
        return as(person).send("GET", path, null, "text/html");
    }

    /** Sends a form, its fields given as name and value in turn. */
    protected HttpResponse<String> sends(String person, String path, String... fields) {
        return as(person).submit(path, form(fields), LIST);
    }

    protected static String form(String... fields) {
        var form = new StringBuilder("x=");
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    /** The fields of a household without a fault, with these in place of its own. */
    protected static String[] household(String... instead) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("unit", UNIT);
        fields.put("address", address());
        fields.put("since", "2020-01-01");
        fields.put("fullName", "户主");
        for (int i = 0; i < instead.length; i += 2) {
            fields.put(instead[i], instead[i + 1]);
        }
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    /** @return its address on our pages */
    protected String opened(String person, String... instead) {
        var answer = sends(person, LIST + "/new", household(instead));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");
    }

    protected String looked(String person, String at) {
        var answer = sends(person, at + "/look", "tapped", "走访联系");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    protected String version(String at) {
        return jdbc.sql("select version::text from household where id = ?::uuid")
                .param(id(at))
                .query(String.class)
                .single();
    }

    protected static String id(String at) {
        return at.substring(at.lastIndexOf('/') + 1);
    }

    /** Ids of the people whom this one may change, in their order. */
    protected List<String> members(String person, String at) {
        return MEMBER.matcher(shown(person, at))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .collect(Collectors.toList());
    }

    protected void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    protected void wrong(HttpResponse<String> answer, String... said) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(said);
    }

    /** The lists of others show none of it. */
    @AfterEach
    void nobodyLivesHere() {
        jdbc.sql(
                        "update household set ended = greatest(since, current_date) where address like '试验巷%' and ended is null")
                .update();
    }
}
