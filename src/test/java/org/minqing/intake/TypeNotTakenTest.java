package org.minqing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;

/** A locality need not take every type: in these tests Xinanjie has a table of its own, without wishes. */
@MinqingTest
class TypeNotTakenTest extends AppealRules {

    private static final String FORM = "/camunda/api/engine/engine/default/process-definition/";

    @Test
    void aTypeThatTheLocalityDoesNotTakeIsRefusedAndNothingIsStored() {
        var stored = new Stored(jdbc);
        var before = stored.rows();
        var refused = api.submit(filed("xinanjie", "wish"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("type");
        assertThat(refused.json().at("/errors/0/zh").asText()).isEqualTo("本地不受理这种诉求类型");
        assertThat(refused.json().at("/errors/0/en").asText()).isEqualTo("type not taken here");
        assertThat(stored.rows()).isEqualTo(before);
        assertThat(api.submit(filed("ganshui", "wish")).status()).isEqualTo(201);
        assertThat(api.submit(filed("xinanjie", "praise")).status()).isEqualTo(201);
    }

    @Test
    void theFormOfTheRegistrarOffersTheTypesOfHisLocality() throws Exception {
        assertThat(types("ganshui")).contains("help", "praise", "wish");
        assertThat(types("xinanjie")).contains("help", "praise").doesNotContain("wish");
    }

    @Test
    void theRegistrarIsRefusedATypeThatHisLocalityDoesNotTake() {
        var stored = new Stored(jdbc);
        var registrar = Session.of(api, "xinanjie-registrar");
        var before = stored.rows();
        var refused = registrar.post(FORM + definition() + "/submit-form", registered("wish"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("“诉求类型”不在可选范围内", "\"field\":\"type\"");
        assertThat(stored.rows()).isEqualTo(before);
        assertThat(registrar
                        .post(FORM + definition() + "/submit-form", registered("consultation"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(jdbc.sql(
                                "select type from appeal where recorded_by = 'xinanjie-registrar' order by submitted_at desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("consultation");
    }

    private List<String> types(String locality) throws Exception {
        var registrar = Session.of(api, locality + "-registrar");
        var form = new ObjectMapper()
                .readTree(registrar
                        .get(FORM + definition() + "/deployed-start-form")
                        .body());
        var type = StreamSupport.stream(form.path("components").spliterator(), false)
                .filter(field -> field.path("key").asText().equals("type"))
                .findFirst()
                .orElseThrow();
        return StreamSupport.stream(type.path("values").spliterator(), false)
                .map((JsonNode value) -> value.path("value").asText())
                .toList();
    }

    private String definition() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("appealHandling")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private static String filed(String locality, String type) {
        return """
                {"locality":"%s","channel":"phone","type":"%s","category":"other","title":"门前路灯不亮",
                 "description":"门前的路灯不亮了。"}""".formatted(locality, type);
    }

    private static String registered(String type) {
        return """
                {"variables":{"channel":{"value":"phone"},"type":{"value":"%s"},"category":{"value":"other"},
                 "title":{"value":"怎么办老年证"},"description":{"value":"想问怎么办老年证。"}}}""".formatted(type);
    }
}
