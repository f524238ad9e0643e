package org.minqing.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at the tables: a refused request must have left no row behind. */
public final class Stored {

    private static final List<String> TABLES = List.of(
            "appeal",
            "appeal_original",
            "appeal_summary",
            "appeal_note",
            "appeal_contact",
            "appeal_addition",
            "appeal_relay",
            "appeal_source",
            "resident_joining",
            "appeal_event",
            "rating",
            "idempotency_key",
            "sla_clock",
            "sla_ledger",
            "contact_access",
            "household",
            "household_member",
            "household_mark",
            "household_need",
            "household_note",
            "household_owner",
            "household_bar",
            "household_look",
            "household_export",
            "appeal_household",
            "act_ru_execution",
            "act_ru_task",
            "act_ru_variable",
            "act_hi_procinst",
            "act_hi_varinst",
            "act_ge_bytearray");

    private final JdbcClient jdbc;

    public Stored(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Long> rows() {
        return TABLES.stream()
                .map(table -> count("select count(*) from " + table))
                .toList();
    }

    public long count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Long.class).single();
    }

    /** Leaves nothing open of what a supervisor may not know of. */
    public void withdrawConfidential(Api api) {
        jdbc.sql("""
                select tracking_code from appeal where closed_at is null and (track = 'confidential' or number in (
                    select business_key_ from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
                    where t.task_def_key_ = 'userTask_nameSubject'))""").query(String.class).list().forEach(code -> api.post("/api/track/" + code + "/withdrawal", "{}"));
    }

    /** Sends something that must be refused with that status, naming those fields, and without a trace in any table. */
    public Api.Answer refused(int status, Supplier<Api.Answer> request, String... fields) {
        var before = rows();
        var answer = request.get();
        problem(answer, status, fields);
        assertThat(rows()).as("rows of " + TABLES).isEqualTo(before);
        return answer;
    }

    /** The form of every refusal: RFC 9457, said in both languages, nothing of our inside. */
    public static void problem(Api.Answer answer, int status, String... fields) {
        var body = answer.raw().body();
        assertThat(answer.status()).as(body).isEqualTo(status);
        assertThat(answer.raw().headers().firstValue("Content-Type").orElse(""))
                .as(body)
                .startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("detail").asText()).as(body).matches("(?s).*\\p{IsHan}.*");
        assertThat(answer.json().path("detailEn").asText()).as(body).matches("[A-Z][a-z].*");
        assertThat(body).doesNotContain("Exception", "org.minqing", "org.camunda", "java.lang", "\tat ", "SQL");
        for (var error : answer.json().path("errors")) {
            assertThat(error.path("zh").asText()).as(body).matches("(?s).*\\p{IsHan}.*");
            assertThat(error.path("en").asText()).as(body).matches("[\\x20-\\x7e]+");
        }
        assertThat(named(answer.json())).as(body).containsAll(List.of(fields));
    }

    /** Nobody can tell an answer to what he may not see from an answer to what is not there. */
    public static void alike(Api.Answer forbidden, Api.Answer unknown) {
        problem(forbidden, 404);
        assertThat(forbidden.raw().body()).isEqualTo(unknown.raw().body());
        assertThat(headers(forbidden)).isEqualTo(headers(unknown));
    }

    /** Without the word that the server has had its hundred requests of this connection. */
    private static Set<String> headers(Api.Answer answer) {
        var headers = new TreeMap<>(answer.raw().headers().map());
        headers.remove("connection", List.of("close"));
        return headers.keySet();
    }

    private static List<String> named(JsonNode body) {
        return StreamSupport.stream(body.path("errors").spliterator(), false)
                .map(error -> error.path("field").asText())
                .toList();
    }
}
