package org.minqing.claiming;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.support.AppealCase;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** Who finds an order, what he reads of it, and what cannot be sent. */
@MinqingTest
class OrderDoorsTest extends OrderRules {

    @Test
    void volunteersOfThePlaceFindItAndNobodyElseDoes() {
        var appeal = refuse();

        assertThat(listed(appeal, "volunteer").path("mayClaim").asBoolean()).isTrue();
        assertThat(listed(appeal, "volunteer").path("until").asText()).isEqualTo("2026-03-02T17:00:00+08:00");
        assertThat(listed(appeal, "grid-01").isMissingNode()).isTrue();
        assertThat(listed(appeal, "dispatcher").isMissingNode()).isTrue();
        assertThat(find(api.as("shibu-volunteer").get("/api/orders").json(), appeal)
                        .isMissingNode())
                .isTrue();
        assertThat(acts(appeal, "grid-01", "claim").status()).isEqualTo(404);
        assertThat(acts(appeal, api.as("shibu-volunteer"), "{\"action\":\"claim\"}")
                        .status())
                .isEqualTo(404);
        assertThat(api.as("ganshui-volunteer")
                        .post("/api/appeals/GS-20990101-0001/order", "{\"action\":\"claim\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void howToReachTheResidentIsForWhoeverHasClaimedIt() {
        var appeal = anAppeal()
                .about("sanitation")
                .signed("张某", "023-0000-7009")
                .submitted()
                .respondedBy("grid-01");

        assertThat(looks(appeal, "volunteer")).isEqualTo(404);
        assertThat(listed(appeal, "volunteer").toString()).doesNotContain("7009", "张某");
        claims(appeal, "volunteer");
        assertThat(looks(appeal, "volunteer")).isEqualTo(200);
        givesBack(appeal, "volunteer");
        assertThat(looks(appeal, "volunteer")).isEqualTo(404);
        assertThat(looks(appeal, "secretary-erju")).isEqualTo(200);
    }

    @Test
    void whoMightClaimItDoesNotSayYetThatItWasJudgedWrongly() {
        var appeal = refuse().respondedBy("grid-01");
        var path = "/api/appeals/" + appeal.number() + "/correction";
        var body = "{\"category\":\"irrigation\",\"reason\":\"是水渠里的垃圾\"}";

        assertThat(appeal.desk("volunteer").post(path, body).status()).isEqualTo(404);
        claims(appeal, "volunteer");
        assertThat(appeal.desk("volunteer").post(path, body).status()).isEqualTo(200);
    }

    @Test
    void toWhomItIsAboutItIsNotThere() {
        var appeal = refuse();
        jdbc.sql(
                        "insert into appeal_subject (appeal, person, named_by, named_at) values (?, 'ganshui-volunteer', 'test', now())")
                .param(appeal.number())
                .update();

        assertThat(listed(appeal, "volunteer").isMissingNode()).isTrue();
        assertThat(claims(appeal, "volunteer").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | action",
                "{\"action\":\"steal\"} | action",
                "{\"action\":\"claim\",\"person\":\"x\"} | person",
                "{\"action\":\"giveBack\"} | reason",
                "{\"action\":\"giveBack\",\"reason\":\" \"} | reason"
            })
    void whatCannotBeSentIsNamedAndNothingIsStored(String body, String field) {
        var appeal = refuse().respondedBy("grid-01");
        claims(appeal, "volunteer");
        var before = appeal.everythingKept();

        var answer = acts(appeal, appeal.desk("volunteer"), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(appeal.everythingKept()).isEqualTo(before);
        assertThat(steps(appeal)).hasSize(1);
    }

    @Test
    void aUnitIsNotReturnedForByAVolunteer() {
        var appeal = refuse().respondedBy("grid-01");
        claims(appeal, "volunteer");

        assertThat(appeal.tries("volunteer", "handleDirectly", """
                {"action":"returned","returnGround":"notOurRemit","returnReason":"按职责清单，这件事不归本单位办理"}""").status()).isEqualTo(409);
    }

    @Test
    void onTheTelephoneHeClaimsItAndGivesItBack() {
        var appeal = refuse().respondedBy("grid-01");
        var phone = Session.of(api, "ganshui-volunteer");

        assertThat(phone.get("/desk").body()).contains("/desk/orders");
        assertThat(phone.get("/desk/orders").body()).contains(appeal.number(), "我来接单");
        assertThat(phone.submit("/desk/orders/" + appeal.number(), "action=claim")
                        .statusCode())
                .isEqualTo(303);
        assertThat(phone.get("/desk/orders").body()).contains("我接的单", "交回接单");
        assertThat(phone.submit("/desk/orders/" + appeal.number(), "action=claim")
                        .statusCode())
                .isEqualTo(409);
        assertThat(phone.submit("/desk/orders/" + appeal.number(), "action=giveBack&reason=")
                        .statusCode())
                .isEqualTo(400);
        assertThat(phone.submit("/desk/orders/" + appeal.number(), "action=giveBack&reason=has-to-go")
                        .statusCode())
                .isEqualTo(303);
        assertThat(steps(appeal)).containsExactly("claimed ganshui-volunteer", "givenBack ganshui-volunteer");
    }

    private int looks(AppealCase appeal, String person) {
        return appeal.desk(person)
                .post("/api/appeals/" + appeal.number() + "/contact", "{\"purpose\":\"联系居民\"}")
                .status();
    }

    private JsonNode listed(AppealCase appeal, String person) {
        return find(appeal.desk(person).get("/api/orders").json(), appeal);
    }

    private static JsonNode find(JsonNode list, AppealCase appeal) {
        for (var line : list) {
            if (line.path("number").asText().equals(appeal.number())) {
                return line;
            }
        }
        return list.path("none");
    }
}
