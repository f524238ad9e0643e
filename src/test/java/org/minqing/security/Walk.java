package org.minqing.security;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.minqing.attachment.content.Sample;
import org.minqing.support.Api;
import org.minqing.support.Session;
import org.minqing.support.Uploading;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who send all that the access tables let them send, and what they hear. */
final class Walk {

    /** What an address may name of an appeal. */
    record Thing(String number, String instance, String task, String job) {

        static final Thing NEVER = new Thing("SB-20990101-0001", "none", "none", "none");

        boolean isIn(String text) {
            return Stream.of(number, instance, task, job).anyMatch(text::contains);
        }

        /** A text about this, as it would be about what there never was. */
        String asNever(String text) {
            return text.replace(number, NEVER.number)
                    .replace(instance, NEVER.instance)
                    .replace(task, NEVER.task)
                    .replace(job, NEVER.job)
                    .replaceAll("attachments/[0-9a-f-]{36}", "attachments/" + NO_FILE);
        }
    }

    /** What nobody ever sent. */
    private static final String NO_FILE = "00000000-0000-4000-8000-000000000000";

    /** A form carries a token; nothing else differs from one look to the next, for time stands still. */
    private static final Pattern TOKEN = Pattern.compile("name=\"(_csrf|key)\" value=\"[^\"]+\"");

    private final AccessTable table;
    private final Api api;
    private final JdbcClient jdbc;
    private final Map<String, Session> sessions = new TreeMap<>();

    Walk(AccessTable table, Api api, JdbcClient jdbc) {
        this.table = table;
        this.api = api;
        this.jdbc = jdbc;
    }

    /** Sends a photo; an appeal that is to be looked at has one. */
    String photo() {
        var kept = new Uploading(api).send(Sample.jpeg(80, 60), "photo.jpg", null);
        return kept.json().path("id").asText();
    }

    Thing thing(String number) {
        // Its first contact may have been drawn for a check, which is a process of the same number.
        var instance =
                ids("select id_ from act_hi_procinst where proc_def_key_ = 'appealHandling' and business_key_ = '"
                                + number + "'")
                        .get(0);
        return new Thing(
                number,
                instance,
                ids("select id_ from act_ru_task where proc_inst_id_ = '" + instance + "'")
                        .get(0),
                ids("select id_ from act_ru_job where process_instance_id_ = '" + instance + "'")
                        .get(0));
    }

    /** In the order in which he asks. */
    Map<Question, String> heardBy(String person, Thing thing) {
        return heardBy(person, questions(person, thing));
    }

    Map<Question, String> heardBy(String person, Stream<Question> questions) {
        var session = session(person);
        var heard = new LinkedHashMap<Question, String>();
        questions.forEach(question -> heard.put(question, answer(session, question)));
        return heard;
    }

    /** What of these questions, as they are written, is answered with something of the thing to one of these people or another. */
    Set<String> telling(Collection<String> people, Thing thing, String... questions) {
        return people.stream()
                .flatMap(person -> heardBy(
                        person,
                        questions(person, thing)
                                .filter(question -> List.of(questions).contains(question.toString())))
                        .entrySet()
                        .stream())
                .filter(heard -> thing.isIn(heard.getValue()))
                .map(heard -> heard.getKey().toString())
                .collect(Collectors.toSet());
    }

    /** All that the roles of a person may send. */
    Stream<Question> questions(String person, Thing thing) {
        var ids = ids(thing);
        var who = who(person);
        return table.rows().stream()
                .filter(row -> row.who().stream().anyMatch(who::contains))
                .flatMap(row -> Question.of(row, ids))
                .distinct();
    }

    /** Of somebody who was there before: the engine's web applications do not know a new one at the first question. */
    Session session(String person) {
        return sessions.computeIfAbsent(person, p -> {
            var session = Session.of(api, p);
            session.get("/camunda/api/engine/engine/default/process-definition/count");
            return session;
        });
    }

    static String answer(Session session, Question question) {
        var page = question.path().startsWith("/desk") || question.path().startsWith("/admin");
        // Whoever has no form on his desk has no token either.
        var token = page && question.acts() ? session.token() : "";
        var answer = !token.isEmpty()
                ? session.submitWith(token, question.path(), "")
                : session.send(
                        question.method(), question.path(), question.body(), page ? "text/html" : "application/json");
        return answer.statusCode() + " " + TOKEN.matcher(answer.body()).replaceAll("");
    }

    private static Set<AccessTable.Who> who(String person) {
        return switch (person.substring(person.indexOf('-') + 1)) {
            case "admin" -> Set.of(AccessTable.Who.ADMINISTRATOR);
            case "dispatcher" -> Set.of(AccessTable.Who.STAFF, AccessTable.Who.DISPATCHER);
            case "supervisor", "leader" -> Set.of(AccessTable.Who.STAFF, AccessTable.Who.SUPERVISOR);
            case "registrar" -> Set.of(AccessTable.Who.STAFF, AccessTable.Who.REGISTRAR);
            case "auditor" -> Set.of(AccessTable.Who.STAFF, AccessTable.Who.AUDITOR);
            default -> Set.of(AccessTable.Who.STAFF);
        };
    }

    /** Of the appeal, and of what belongs to none. */
    Map<String, List<String>> ids(Thing thing) {
        var ids = new TreeMap<String, List<String>>();
        ids.put("number", List.of(thing.number));
        ids.put("process-instance", List.of(thing.instance));
        ids.put("instances", List.of(thing.instance));
        ids.put("task", List.of(thing.task));
        ids.put("taskId", List.of(thing.task));
        ids.put("job", List.of(thing.job));
        ids.put("process-definition", ids("select id_ from act_re_procdef"));
        ids.put("job-definition", ids("select id_ from act_ru_jobdef"));
        ids.put("decision-definition", ids("select id_ from act_re_decision_def"));
        var files = ids("select id::text from attachment where appeal = '" + thing.number + "'");
        ids.put("attachments", files.isEmpty() ? List.of(NO_FILE) : files);
        ids.put("filter", ids("select id_ from act_ru_filter"));
        return ids;
    }

    private List<String> ids(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    /** From where the two begin to differ. */
    static String difference(String past, String now) {
        var at = StringUtils.indexOfDifference(past, now);
        return "\n  before: " + StringUtils.mid(past, at - 40, 200) + "\n     now: "
                + StringUtils.mid(now, at - 40, 200) + "\n";
    }
}
