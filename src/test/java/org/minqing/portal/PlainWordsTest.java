package org.minqing.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.minqing.appeal.AppealStatus;
import org.minqing.code.Coded;
import org.minqing.handling.ResultOutcome;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** What a resident reads is Chinese: no code of ours, no name from inside, on whatever way his appeal went. */
@MinqingTest
class PlainWordsTest extends AppealRules {

    /** A number, a code of ours never looks like that; the English of a page that went wrong stands under its own mark. */
    private static final Pattern ALLOWED = Pattern.compile(
            "[A-Z]{2}-\\d{8}-\\d{4}|(?s)<[^>]* lang=\"en\"[^>]*>.*?</p>|(?s)<(head|script)\\b.*?</\\1>");

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z_]+");

    /** Fields whose value a program reads: the page never shows them. */
    private static final Set<String> FOR_PROGRAMS = Set.of("number", "status", "at", "deskPhone", "asked", "stage");

    @Test
    void inEveryStatusAPageSaysEverythingInPlainWords() {
        var met = new TreeSet<String>();
        for (var appeal : ways()) {
            met.add(appeal.status());
            var visitor = Session.anonymous(api);
            for (var path : List.of(
                    "/track/" + appeal.appeal("tracking_code"),
                    "/track/" + appeal.appeal("tracking_code") + "?new",
                    "/track/" + appeal.appeal("tracking_code") + "/rate")) {
                var answer = visitor.send("GET", path, null, "text/html");
                if (answer.statusCode() == 200) {
                    assertThat(codes(answer.body(), appeal.appeal("tracking_code")))
                            .as(appeal.status() + " " + path)
                            .isEmpty();
                }
            }
            var told = new ArrayList<String>();
            said("", api.get("/api/track/" + appeal.appeal("tracking_code")).json(), told);
            assertThat(told)
                    .as(appeal.status())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(text -> assertThat(codes(text, appeal.appeal("tracking_code")))
                            .as(text)
                            .isEmpty());
        }
        assertThat(met)
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(AppealStatus.values())
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void aCodeOfOursIsNoticed() {
        assertThat(codes("<p>办理层级 branchDirect</p>", "x")).containsExactly("branchDirect");
        assertThat(codes("<a title=\"RESPOND\">响应</a>", "x")).containsExactly("RESPOND");
        assertThat(codes("<p class=\"hint\" lang=\"en\">Not found</p><b>GS-20261121-0001</b>", "x"))
                .isEmpty();
    }

    @Test
    void soDoThePagesWhereSomethingGoesWrong() {
        var visitor = Session.anonymous(api);
        var code = anAppeal().submitted().appeal("tracking_code");
        for (var path :
                List.of("/", "/track", "/submit?locality=ganshui", "/track/0000000000000000", "/no-such-page")) {
            assertThat(codes(visitor.send("GET", path, null, "text/html").body(), code))
                    .as(path)
                    .isEmpty();
        }
        for (var form : List.of(
                "/submit locality=ganshui&key=plain-words-test-1",
                "/submit locality=ganshui&key=plain-words-test-2&category=x&title=a&facts.peopleAffected=x&resident.phone=x",
                "/track code=nonsense",
                "/track/" + code + "/rate grade=9",
                "/track/" + code + "/contact reached=maybe",
                "/track/" + code + "/contact reached=yes")) {
            var parts = form.split(" ");
            var answer = visitor.submit(parts[0], parts[1], "/track");
            assertThat(answer.statusCode()).as(form).isGreaterThanOrEqualTo(400);
            assertThat(codes(answer.body(), code)).as(form + answer.body()).isEmpty();
        }
    }

    /** One for each status, by way of whatever residents are told of. */
    private List<AppealCase> ways() {
        var original = anAppeal().submitted();
        var unanswered = aHandledAppeal().residentNotReachedBy("caller");
        time.pass("P7DT1H");
        return List.of(
                original,
                unanswered,
                anAppeal().about("road-blocked").thatIs("safetyRisk").submitted(),
                anAppeal().somewhere().submitted(),
                anAppeal().submitted().respondedBy("grid-01").asks("secretary-erju", "extend", 3),
                anAppeal().submitted().responseReturnedBy("grid-01").reroutedBy("dispatcher", "ganshui-erju-02"),
                anAppeal().submitted().respondedBy("grid-01").denied(),
                aHandledAppeal(),
                aHandledAppeal().rated(SATISFIED),
                aHandledAppeal().calledBackBy("caller", SATISFIED),
                aHandledAppeal().rated(DISSATISFIED),
                reviewed(),
                anAppeal().submitted().respondedBy("grid-01").plannedBy("secretary-erju", "2026-04-30"),
                anAppeal().submitted().withdrawn(),
                anAppeal().submitted().mergedInto(original));
    }

    private AppealCase reviewed() {
        var appeal =
                anAppeal().from("shibu").at("shibu-chengxi-1-01").submitted().respondedBy("grid-01");
        for (var handler : List.of("secretary-chengxi", "secretary-chengxi", "leader")) {
            appeal.handledBy(handler).rated(DISSATISFIED);
        }
        return appeal;
    }

    private static void said(String field, JsonNode node, List<String> texts) {
        if (node.isTextual() && !FOR_PROGRAMS.contains(field) && !isResult(field, node.asText())) {
            texts.add(node.asText());
        }
        node.fields().forEachRemaining(entry -> said(entry.getKey(), entry.getValue(), texts));
        if (node.isArray()) {
            node.forEach(element -> said(field, element, texts));
        }
    }

    /** The outcome of a promise is in words, the one of a result is a code beside its name. */
    private static boolean isResult(String field, String text) {
        return field.equals("outcome") && Coded.find(ResultOutcome.class, text).isPresent();
    }

    /** What stands there in letters of ours, in what is read or read aloud. */
    private static List<String> codes(String html, String code) {
        var read = ALLOWED.matcher(html)
                .replaceAll(" ")
                .replace(code, " ")
                .replaceAll("[0-9A-Z]{4}( [0-9A-Z]{4}){3}", " ");
        var aloud = new ArrayList<String>();
        Pattern.compile("(?:aria-label|title|alt|placeholder)=\"([^\"]*)\"")
                .matcher(read)
                .results()
                .forEach(m -> aloud.add(m.group(1)));
        aloud.add(read.replaceAll("(?s)<!--.*?-->", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("&[a-z]+;|&#\\d+;", " "));
        return aloud.stream()
                .flatMap(text -> CODE.matcher(text).results().map(hit -> hit.group()))
                .toList();
    }
}
