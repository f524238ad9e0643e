package org.minqing.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.minqing.process.staff.Accounts;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;
import org.minqing.support.TestTicker;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Role by endpoint by relation, made from the access tables: each person sends all that his roles may send, about an appeal to
 * which he stands in some relation.
 */
@MinqingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelationMatrixTest extends Talk {

    private enum Relation {
        /** His grid, his unit, his task, or all of his locality. */
        OWN(true),
        OTHER_GRID(false),
        OTHER_LOCALITY(false),
        /** He had it in hand, and a supervisor gave it to somebody else. */
        REASSIGNED_AWAY(false),
        /** It is about himself. */
        SUBJECT(false),
        /** Runs the system, and reads no appeal in it: only codes, numbers and times. */
        NO_STAFF(false);

        private final boolean sees;

        Relation(boolean sees) {
            this.sees = sees;
        }
    }

    private static final Map<String, Relation> PEOPLE = Map.ofEntries(
            Map.entry("shibu-grid-01", Relation.OWN),
            Map.entry("shibu-safety", Relation.OWN),
            Map.entry("shibu-caller", Relation.OWN),
            Map.entry("shibu-dispatcher", Relation.OWN),
            Map.entry("shibu-supervisor", Relation.OWN),
            Map.entry("shibu-registrar", Relation.OWN),
            Map.entry("shibu-auditor", Relation.OWN),
            Map.entry("shibu-grid-02", Relation.OTHER_GRID),
            Map.entry("shibu-secretary-jijiahe", Relation.OTHER_GRID),
            Map.entry("shibu-construction", Relation.REASSIGNED_AWAY),
            Map.entry("shibu-secretary-chengxi", Relation.SUBJECT),
            Map.entry("shibu-leader", Relation.SUBJECT),
            Map.entry("ganshui-grid-01", Relation.OTHER_LOCALITY),
            Map.entry("ganshui-caller", Relation.OTHER_LOCALITY),
            Map.entry("ganshui-dispatcher", Relation.OTHER_LOCALITY),
            Map.entry("ganshui-supervisor", Relation.OTHER_LOCALITY),
            Map.entry("ganshui-registrar", Relation.OTHER_LOCALITY),
            Map.entry("ganshui-auditor", Relation.OTHER_LOCALITY),
            Map.entry("admin", Relation.NO_STAFF));

    /** What an administrator looks at in Cockpit and exports: ids, numbers and times, no words. */
    private static final Pattern RUNNING =
            Pattern.compile("/camunda/api/.*|/api/cockpit/.*|/api/sla/(timers|ledger/whole)");

    /** Addresses with variables that name no appeal, and nothing of one. */
    private static final Pattern NO_APPEAL = Pattern.compile(
            "/camunda/api/(engine/engine/default/(user|group|deployment|authorization)/.*|admin/.*)|/admin/.*|/desk/(households|contact-cards|organisation)/.*");

    private static final String TITLE = "金丝雀矩阵";
    private static final String NAME = "欧阳矩阵";

    private static final String PASSWORD = "a-long-enough-phrase-42";

    @Autowired
    AccessTable table;

    @Autowired
    Accounts accounts;

    @Autowired
    TestTicker ticker;

    private Walk walk;
    private Walk.Thing thing;

    /** One for all tests: nobody in them may change anything of it. */
    @BeforeEach
    void anAppealThatWasReassigned() {
        if (thing != null) {
            return;
        }
        walk = new Walk(table, api, jdbc);
        var body = sound().put("title", TITLE);
        body.putArray("attachments").add(walk.photo());
        body.withObject("/location").put("unit", "shibu-chengxi-1-01");
        body.putObject("resident").put("name", NAME).put("phone", "0911-555-0177");
        var number = accepted(body).path("number").asText();
        done("shibu-grid-01", "respondAppeal", number, """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"现场看过"}""");
        for (var holder : List.of("shibu-construction-housing-construction", "shibu-rule-of-law-justice")) {
            assertThat(api.as("shibu-supervisor")
                            .post(
                                    "/api/appeals/" + number + "/reassignment",
                                    "{\"holder\":\"" + holder + "\",\"reason\":\"职责不符\"}")
                            .status())
                    .isEqualTo(200);
        }
        for (var subject : List.of("shibu-secretary-chengxi", "shibu-leader")) {
            Session.of(api, "shibu-dispatcher").submit("/desk/appeals/" + number + "/subject", "subject=" + subject);
        }
        thing = walk.thing(number);
    }

    @Test
    void whoeverMayNotSeeAnAppealFindsNoTraceOfItAnywhere() {
        var wrong = new TreeMap<String, String>();
        PEOPLE.forEach((person, relation) -> {
            if (relation.sees) {
                return;
            }
            var never = new TreeMap<String, String>();
            // What names no appeal is the same address, whichever somebody thinks of.
            walk.heardBy(
                            person,
                            walk.questions(person, Walk.Thing.NEVER)
                                    .filter(question -> Walk.Thing.NEVER.isIn(question.path())))
                    .forEach((question, answer) -> never.put(question.toString(), answer));
            walk.heardBy(person, thing).forEach((question, answer) -> {
                var running = relation == Relation.NO_STAFF
                        && RUNNING.matcher(path(question)).matches();
                var named = thing.isIn(question.path());
                if (answer.contains(TITLE) || answer.contains(NAME) || !running && !named && thing.isIn(answer)) {
                    wrong.put(relation + " " + person + " " + question, "tells of it");
                }
                var unknown = never.get(thing.asNever(question.toString()));
                if (named && !running && !thing.asNever(answer).equals(unknown)) {
                    wrong.put(
                            relation + " " + person + " " + question, Walk.difference(unknown, thing.asNever(answer)));
                }
            });
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoeverMaySeeItFindsItAndOnlyWhoActsOnItIsToldHowToReachTheResident() {
        PEOPLE.forEach((person, relation) -> {
            if (relation.sees) {
                var session = walk.session(person);
                assertThat(session.get("/api/appeals/" + thing.number()).body())
                        .as(person)
                        .contains(TITLE);
                assertThat(session.get("/desk/appeals/" + thing.number()).body())
                        .as(person)
                        .contains(TITLE)
                        .doesNotContain(NAME);
            }
        });
    }

    @Test
    void whoeverHasNotSignedInHearsNothingOfIt() {
        var nobody = Session.anonymous(api);
        var asked = new TreeSet<String>();
        for (var person : PEOPLE.keySet()) {
            walk.questions(person, thing)
                    .filter(question -> asked.add(question.toString()))
                    .forEach(question -> {
                        var answer = nobody.send(question.method(), question.path(), question.body());
                        assertThat(answer.statusCode()).as(question.toString()).isIn(302, 401, 403, 404);
                        assertThat(answer.body()).as(question.toString()).doesNotContain(TITLE, NAME);
                    });
        }
        assertThat(asked).hasSizeGreaterThan(150);
    }

    /** Its session was open when it was closed, and its cookie is sent with everything that any role may send. */
    @Test
    void aClosedAccountReachesNothing() {
        var user = "closed-" + Long.toString(System.nanoTime(), 36);
        accounts.user(user, "离任人", PASSWORD, List.of("shibu-command-dispatcher"));
        var session = Session.of(api, user, PASSWORD);
        assertThat(session.get("/api/appeals/" + thing.number()).body()).contains(TITLE);
        jdbc.sql("""
                        insert into closed_account (person, closed_by, closed_at, reason, posts)
                        values (?, 'admin', now(), '离任', '{}')""").param(user).update();
        ticker.pass(Duration.ofSeconds(30));
        var asked = new TreeSet<String>();
        for (var person : PEOPLE.keySet()) {
            walk.questions(person, thing)
                    .filter(question -> asked.add(question.toString()))
                    .forEach(question -> {
                        var answer = session.send(question.method(), question.path(), question.body());
                        assertThat(answer.statusCode()).as(question.toString()).isIn(302, 401, 403, 404);
                        assertThat(answer.body()).as(question.toString()).doesNotContain(TITLE, NAME);
                    });
        }
        assertThat(asked).hasSizeGreaterThan(150);
        assertThat(api.as(user, PASSWORD).get("/api/tasks").status()).isEqualTo(401);
        jdbc.sql("delete from act_id_membership where user_id_ = ?").param(user).update();
    }

    /** A new address with a variable that this test cannot fill fails here, and not by being left out. */
    @Test
    void everyVariableOfAnAddressIsFilledOrNamesNothingOfAnAppeal() {
        var unknown = new TreeSet<String>();
        for (var row : table.rows()) {
            var closed = row.who().contains(AccessTable.Who.NOBODY) || row.who().contains(AccessTable.Who.ANYONE);
            var address = row.pattern().replace("{engine}", "default");
            var asked = row.methods().contains("GET") || row.methods().contains("POST");
            if (!closed
                    && asked
                    && address.matches(".*[{].*")
                    && !address.contains("*")
                    && !NO_APPEAL.matcher(address).matches()
                    && Question.of(row, walk.ids(thing)).findAny().isEmpty()) {
                unknown.add(address);
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static String path(Question question) {
        return question.path().replaceAll("\\?.*", "");
    }
}
