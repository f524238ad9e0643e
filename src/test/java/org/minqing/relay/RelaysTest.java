package org.minqing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.policy.PolicyFile;
import org.minqing.support.Api;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** Who told of a matter for somebody else is kept as carefully as the resident himself. */
@MinqingTest
class RelaysTest extends AppealRules {

    private static final String ONE = "{\"as\":\"family\",\"name\":\"某家属\",\"phone\":\"000-0000-0190\"}";

    private Api.Answer told(String relayedBy, String resident) {
        return api.submit("""
                {"locality":"ganshui","channel":"phone","category":"other","title":"楼道堆物","description":"楼道堆了杂物",
                 "location":{"unit":"ganshui-erju-01"},"resident":%s,"relayedBy":%s}""".formatted(resident, relayedBy));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relayedBy | {\"as\":\"family\"}",
                "relayedBy | [{\"as\":\"family\"},{\"as\":\"family\"},{\"as\":\"family\"},{\"as\":\"family\"}]",
                "relayedBy[0].as | [{\"as\":\"stranger\"}]",
                "relayedBy[0].as | [{\"name\":\"某人\"}]",
                "relayedBy[1].phone | [{\"as\":\"family\"},{\"as\":\"neighbour\",\"phone\":\"call me\"}]",
                "relayedBy[0].age | [{\"as\":\"family\",\"age\":\"60\"}]",
                "relayedBy[0] | [\"family\"]"
            })
    void whatCannotBeARelayIsRefusedByNameAndNothingIsKept(String field, String relayedBy) {
        new Stored(jdbc).refused(400, () -> told(relayedBy, "{}"), field);
    }

    /** Whoever knows the neighbour knows the resident. */
    @Test
    void ofAnUnnamedResidentNobodyLearnsWhoToldOfIt() {
        var number = told("[" + ONE + "]", "{\"name\":\"某居民\",\"anonymous\":true}")
                .json()
                .path("number")
                .asText();
        var look = api.as("ganshui-grid-01").post("/api/appeals/" + number + "/contact", "{\"purpose\":\"核实\"}");
        assertThat(look.status()).isEqualTo(200);
        assertThat(look.raw().body()).doesNotContain("某家属", "0190", "某居民");
        var caller = api.as("ganshui-caller").post("/api/appeals/" + number + "/contact", "{\"purpose\":\"回访\"}");
        assertThat(caller.raw().body()).contains("某家属", "000-0000-0190");
    }

    @Test
    void thoughTheResidentLeftNothingWhoToldOfItCanBeCalledAndTheLookIsWrittenDown() {
        var number = told("[" + ONE + "]", "{}").json().path("number").asText();
        var look = api.as("ganshui-grid-01").post("/api/appeals/" + number + "/contact", "{\"purpose\":\"核实\"}");
        assertThat(look.raw().body()).contains("\"as\":\"家属\"", "000-0000-0190");
        assertThat(new Stored(jdbc)
                        .count("select count(*) from contact_access where appeal = ? and purpose = '核实'", number))
                .isEqualTo(1);
        assertThat(new Stored(jdbc).count("select count(*) from act_hi_varinst where text_ like '%某家属%'"))
                .isZero();
    }

    @Test
    void theRegistrarWritesDownWhoCalledForWhomAndWhoPassedItOn() {
        var registrar = Session.of(api, "ganshui-registrar");
        var form = "/camunda/api/engine/engine/default/process-definition/"
                + engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("appealHandling")
                        .latestVersion()
                        .singleResult()
                        .getId()
                + "/submit-form";
        assertThat(registrar
                        .post(form, registered("\"relayerAs\":\"building-head\""))
                        .statusCode())
                .as("answered though the form did not ask")
                .isEqualTo(400);
        assertThat(registrar.post(form, registered("\"told\":\"relayed\"")).statusCode())
                .isEqualTo(400);
        var passed = "\"told\":\"relayed\",\"relayerAs\":\"building-head\",\"passedOnName\":\"某户\"";
        assertThat(registrar.post(form, registered(passed)).body()).contains("relayedBy[1].as");
        var words = "楼道堆了杂物" + UUID.randomUUID();
        assertThat(registrar
                        .post(form, registered(passed + ",\"passedOnAs\":\"centre-household\"", words))
                        .statusCode())
                .isEqualTo(200);
        assertThat(jdbc.sql("select relayer || coalesce(' ' || relay.name, '') from appeal_relay relay"
                                + " join appeal_original told on told.appeal = relay.appeal"
                                + " where told.description = ? order by step")
                        .param(words)
                        .query(String.class)
                        .list())
                .containsExactly("building-head", "centre-household 某户");
    }

    /** Of a matter that volunteers may claim, which has a second process from the first moment. */
    private static String registered(String relayed) {
        return registered(relayed, "楼道堆了杂物");
    }

    private static String registered(String relayed, String words) {
        var answers = new StringBuilder();
        var all = "\"channel\":\"phone\",\"category\":\"sanitation\",\"title\":\"楼道堆物\",\"description\":\"" + words
                + "\"," + relayed;
        for (var answer : all.split(",")) {
            var pair = answer.split(":");
            answers.append(answers.isEmpty() ? "" : ",")
                    .append(pair[0] + ":{\"value\":" + pair[1] + ",\"type\":\"String\"}");
        }
        return "{\"variables\":{" + answers + "}}";
    }

    @ParameterizedTest
    @CsvSource({"most: 3, most: 0", "most: 3, most: many", "code: neighbour, code: family"})
    void aPolicyThatCannotBeUsedIsRefusedAtTheStart(String right, String wrong) throws Exception {
        var file = new ClassPathResource("relays.yml").getContentAsString(StandardCharsets.UTF_8);
        assertThat(file).contains(right);
        var policy = new PolicyFile(
                "relays.yml", new ByteArrayResource(file.replace(right, wrong).getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> new Relays(policy)).hasMessageContaining("relays.yml");
    }
}
