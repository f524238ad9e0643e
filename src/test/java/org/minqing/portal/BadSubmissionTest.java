package org.minqing.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.MinqingTest;
import org.minqing.support.Talk;

/** Fields of a submission that cannot be accepted: each is named, in both languages, and nothing is stored. */
@MinqingTest
class BadSubmissionTest extends Talk {

    private void refused(Consumer<ObjectNode> fault, String... fields) {
        var body = sound();
        fault.accept(body);
        stored.refused(400, () -> api.submit(body.toString()), fields);
    }

    /** The value goes into the request as written here, escapes included: a lone surrogate does not survive a parser. */
    private void refused(String path, String json) {
        var body = sound();
        var cut = path.lastIndexOf('.');
        var parent = cut < 0 ? body : body.withObject("/" + path.substring(0, cut));
        parent.put(path.substring(cut + 1), "@here@");
        var text = body.toString().replace("\"@here@\"", json);
        stored.refused(400, () -> api.submit(text), path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"locality", "channel", "description"})
    void missing(String field) {
        refused(body -> body.remove(field), field);
        refused(field, "null");
        refused(field, "\"\"");
        refused(field, "\" \\u3000\\n\"");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        stored.refused(400, () -> api.submit("{}"), "locality", "channel", "description");
    }

    @ParameterizedTest
    @ValueSource(strings = {"urgency", "number", "location.city", "resident.idCard", "facts.rich", "facts.Vulnerable"})
    void unknownField(String field) {
        refused(field, "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud800\"", "\"a\\u0000b\"", "\"<script>\"", "\"\"", "\"\\n\\tat x\""})
    void oddNameOfAnUnknownField(String name) {
        var text = sound().toString();
        stored.refused(400, () -> api.submit(text.substring(0, text.length() - 1) + "," + name + ":1}"));
    }

    /** However it is written: the same point in other degrees is as far away. */
    @Test
    void aPositionOutsideTheLocalityIsNamed() {
        for (var position : new double[][] {{106.9, 28.8}, {0, 0}, {109.3, 35.8}, {110.1, 36.5}}) {
            var body = sound();
            body.withObject("/location").put("lng", position[0]).put("lat", position[1]);
            stored.refused(400, () -> api.submit(body.toString()), "location.lng");
        }
        var there = sound();
        there.withObject("/location").put("lng", 110.1).put("lat", 35.8);
        accepted(there);
        var elsewhere = sound().put("locality", "matou");
        elsewhere.putObject("location").put("lng", 110.1).put("lat", 35.8);
        stored.refused(400, () -> api.submit(elsewhere.toString()), "location.lng");
        var baidu = sound();
        baidu.withObject("/location").put("lng", 109.4).put("lat", 35.8).put("coordinates", "bd09");
        stored.refused(400, () -> api.submit(baidu.toString()), "location.lng");
    }

    @Test
    void aPositionKeepsTheDegreesInWhichItWasTaken() {
        var tencent = sound();
        tencent.withObject("/location").put("lng", 110.1).put("lat", 35.8).put("coordinates", "gcj02");
        assertThat(jdbc.sql("select lng || ' ' || lat || ' ' || coordinates from appeal where number = ?")
                        .param(accepted(tencent).path("number").asText())
                        .query(String.class)
                        .single())
                .isEqualTo("110.1 35.8 gcj02");
        var half = sound();
        half.withObject("/location").put("lng", 110.1);
        stored.refused(400, () -> api.submit(half.toString()), "location.lat");
        var unknown = sound();
        unknown.withObject("/location").put("lng", 110.1).put("lat", 35.8).put("coordinates", "cgcs");
        stored.refused(400, () -> api.submit(unknown.toString()), "location.coordinates");
    }

    /** An answer must not be much larger than what was asked. */
    @Test
    void thousandsOfUnknownFields() {
        var body = sound();
        for (int i = 0; i < 50_000; i++) {
            body.put("f" + i, 1);
        }
        var answer = stored.refused(400, () -> api.submit(body.toString()));
        assertThat(answer.raw().body().length()).isLessThan(20_000);
    }

    @ParameterizedTest
    @CsvSource({
        "locality, shanghai",
        "locality, SHIBU",
        "locality, ../shibu",
        "channel, fax",
        "category, fire",
        "location.unit, shibu-chengxi-9",
        "location.unit, ganshui-erju",
        "location.unit, shibu-command"
    })
    void unknownCode(String field, String value) {
        refused(field, "\"" + value + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "locality, 64",
        "channel, 64",
        "category, 64",
        "title, 60",
        "description, 2000",
        "location.unit, 64",
        "location.address, 120",
        "resident.name, 40",
        "resident.phone, 20"
    })
    void tooLong(String field, int most) {
        refused(field, "\"" + "长".repeat(most + 1) + "\"");
        refused(field, "\"" + "😀".repeat(most + 1) + "\"");
        refused(field, "\"" + "1".repeat(500_000) + "\"");
    }

    /** Counted as people count: an emoji is one sign, and one sign outside the first plane too. */
    @Test
    void longestThatFits() {
        var body = sound().put("title", "😀".repeat(60)).put("description", "𠮷".repeat(2000));
        body.putObject("resident").put("name", "😀".repeat(40)).put("phone", "+86 131 0000 00000");
        body.withObject("/location").put("address", "长".repeat(120));
        var code = accepted(body).path("trackingCode").asText();
        assertThat(api.get("/api/track/" + code).json().path("title").asText()).isEqualTo("😀".repeat(60));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title",
                "description",
                "location.address",
                "resident.name",
                "resident.phone",
                "locality",
                "channel",
                "category",
                "location.unit"
            })
    void signsThatNobodyCanRead(String field) {
        for (var sign : Arrays.asList(
                "\\u0000",
                "\\u0007",
                "\\u001b[2J",
                "\\u007f",
                "\\u0085",
                "\\ud800",
                "\\udc00x",
                "\\udc00\\ud800",
                "\\uffff")) {
            refused(field, "\"夜里" + sign + "很吵\"");
        }
    }

    @Test
    void tooShort() {
        refused("title", "\"灯\"");
        refused("description", "\"坏\"");
        refused("resident.phone", "\"119\"");
        refused("resident.phone", "\"call me\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "location.lng | 180.0001", "location.lng | -181", "location.lng | 1e400", "location.lng | \"NaN\"",
                "location.lng | \"109.9\"", "location.lng | true", "location.lng | [1]", "location.lat | 90.5",
                "location.lat | -90.5", "location.lat | {}", "location.lat | -1e400"
            })
    void coordinates(String field, String json) {
        var text = sound().toString()
                .replace("\"location\":{", "\"location\":{\"" + field.substring(9) + "\":" + json + ",");
        stored.refused(400, () -> api.submit(text), field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "locality | 1",
                "channel | []",
                "category | {}",
                "title | 42",
                "title | true",
                "title | [\"灯坏了\"]",
                "description | {\"a\":1}",
                "location | \"shibu\"",
                "location | []",
                "resident | 1",
                "resident.name | 5",
                "resident.phone | 13100000000",
                "resident.anonymous | \"yes\"",
                "resident.anonymous | 1",
                "facts | true",
                "facts.safetyRisk | \"true\"",
                "facts.safetyRisk | 1",
                "facts.peopleAffected | -1",
                "facts.peopleAffected | 1.5",
                "facts.peopleAffected | \"3\"",
                "facts.peopleAffected | 10000001",
                "facts.peopleAffected | 99999999999999999999",
                "facts.peopleAffected | true"
            })
    void wrongType(String field, String json) {
        refused(field, json);
    }
}
