package org.minqing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.MinqingTest;
import org.minqing.support.Talk;

/** Text from outside is stored and shown to the letter, in every field through which text comes in, and never evaluated. */
@MinqingTest
class LiteralTextTest extends Talk {

    private static final String GRID = "ganshui-grid-01";
    private static final String COMMAND = "ganshui-dispatcher";
    private static final String CITY = "ganshui-city-mgmt";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${7*7}",
                "#{7*7}",
                "{{7*7}}",
                "<script>alert(7*7)</script>",
                "=1+1",
                "[[${7*7}]]",
                "__${7*7}__::.x",
                "${execution.processInstanceId}",
                "<#assign x=7*7>",
                "%{7*7}",
                "'; drop table appeal; --",
                "\\\\${7*7}"
            })
    void literally(String p) {
        var body = sound().put("locality", "ganshui").put("category", "street-lighting");
        body.put("title", "一" + p).put("description", "二" + p);
        body.withObject("/location").put("unit", "ganshui-erju-01").put("address", "三" + p);
        body.putObject("resident").put("name", "四" + p);
        var receipt = accepted(body);
        var number = receipt.path("number").asText();
        done(
                GRID,
                "respondAppeal",
                number,
                json("action", "returned", "returnGround", "wrongPlace", "returnReason", "按职责清单，这件事不归本单位办理五" + p));
        done(
                COMMAND,
                "rerouteAppeal",
                number,
                json("action", "reroute", "respondUnit", "ganshui-erju-02", "note", "六" + p));
        done(
                GRID,
                "respondAppeal",
                number,
                json("action", "responded", "contactKind", "onSite", "contactWith", "resident", "finding", "七" + p));
        done(COMMAND, "dispatchAppeal", number, json("action", "dispatch", "post", "city-management", "note", "八" + p));
        done(CITY, "handleWithDepartment", number, json("action", "progress", "result", "九" + p));
        done(
                CITY,
                "handleWithDepartment",
                number,
                json("action", "consulted", "tookPart", "十" + p, "consultationOutcome", "戊" + p));
        done(
                CITY,
                "handleWithDepartment",
                number,
                json(
                        "action",
                        "done",
                        "outcome",
                        "solved",
                        "result",
                        "甲" + p,
                        "evidenceKind",
                        "document",
                        "evidence",
                        "乙" + p));
        var track = "/api/track/" + receipt.path("trackingCode").asText();
        assertThat(api.post(
                                track + "/rating",
                                json("grade", 5, "resolved", true, "contacted", true, "comment", "丙" + p))
                        .status())
                .isEqualTo(200);
        var contact = api.as(COMMAND).post("/api/appeals/" + number + "/contact", json("purpose", "丁" + p));

        var seen = api.get(track).json();
        assertThat(seen.path("title").asText()).isEqualTo("一" + p);
        for (var sign : new String[] {"七", "八", "九", "十", "戊", "甲", "乙", "丙"}) {
            assertThat(steps(seen)).contains(sign + p);
        }
        var sheet = api.as(COMMAND).get("/api/appeals/" + number).json();
        assertThat(sheet.path("title").asText()).isEqualTo("一" + p);
        assertThat(sheet.path("description").asText()).isEqualTo("二" + p);
        assertThat(sheet.path("place").asText()).endsWith("三" + p);
        for (var sign : new String[] {"五", "六", "七", "八", "九", "十", "甲", "乙", "丙"}) {
            assertThat(steps(sheet)).contains(sign + p);
        }
        assertThat(contact.json().path("name").asText()).isEqualTo("四" + p);
        assertThat(stored.count("select count(*) from contact_access where purpose = ?", "丁" + p))
                .isPositive();
        assertThat(stored.count("select count(*) from rating where comment = ?", "丙" + p))
                .isPositive();
        // The engine has heard none of it.
        assertThat(stored.count("select count(*) from act_hi_varinst where position(? in text_) > 0", p))
                .isZero();
    }

    private static String steps(JsonNode view) {
        return StreamSupport.stream(view.path("timeline").spliterator(), false)
                .map(step -> step.path("what").asText())
                .reduce("", (all, one) -> all + "\n" + one);
    }

    private static String json(Object... pairs) {
        var body = JSON.createObjectNode();
        for (int i = 0; i < pairs.length; i += 2) {
            body.set((String) pairs[i], JSON.valueToTree(pairs[i + 1]));
        }
        return body.toString();
    }
}
