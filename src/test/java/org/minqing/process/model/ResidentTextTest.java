package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.Test;
import org.minqing.process.AppealHandling;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** The engine keeps ten routing facts and nothing that a person wrote: its history outlives every promise to forget. */
@MinqingTest
class ResidentTextTest extends AppealRules {

    /** Found nowhere else, in Chinese and Latin letters. */
    private static final String CANARY = "金丝雀kanarie";

    private static final String PHONE = "02300007731";

    @Test
    void theEngineKeepsOnlyTenVariablesOfAnAppeal() {
        var appeal = anAppeal().saying(CANARY).signed(CANARY, PHONE).submitted();
        var kept = List.of(
                "locality",
                "type",
                "track",
                "category",
                "urgency",
                "tier",
                "unit",
                "candidateGroup",
                "satisfied",
                "round");
        assertThat(names("act_ru_variable where proc_inst_id_ = ?", appeal))
                .isNotEmpty()
                .isSubsetOf(kept);
        appeal.respondedBy("grid-01")
                .progressedBy("secretary-erju")
                .handledBy("secretary-erju")
                .rated(DISSATISFIED);
        assertThat(names("act_ru_variable where proc_inst_id_ = ?", appeal)).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(names("act_hi_varinst where proc_inst_id_ = ?", appeal)).containsExactlyInAnyOrderElementsOf(kept);
        appeal.withdrawn();
    }

    @Test
    void nothingThatAnybodyWritesIsFoundInAnyTableOfTheEngine() {
        var appeal = anAppeal().saying(CANARY).signed(CANARY, PHONE).submitted();
        writes(
                appeal,
                "grid-01",
                "respondAppeal",
                "{'action':'returned','returnGround':'wrongPlace','returnReason':'?'}");
        writes(
                appeal,
                "dispatcher",
                "rerouteAppeal",
                "{'action':'reroute','respondUnit':'ganshui-erju-01','note':'?'}");
        time.pass("PT25H");
        writes(appeal, "secretary-erju", "superviseOverdue", "{'measure':'urge','instruction':'?'}");
        writes(
                appeal,
                "grid-01",
                "respondAppeal",
                "{'action':'responded','contactKind':'phone','contactPhone':'023-0000-7001','contactWith':'resident','finding':'?'}");
        writes(
                appeal,
                "secretary-erju",
                "handleDirectly",
                "{'action':'returned','returnGround':'wrongPlace','returnReason':'?'}");
        writes(appeal, "dispatcher", "dispatchAppeal", "{'action':'dispatch','post':'justice','note':'?'}");
        writes(appeal, "safety", "handleDirectly", "{'action':'progress','result':'?'}");
        writes(
                appeal,
                "safety",
                "handleDirectly",
                "{'action':'done','result':'?','outcome':'solved','evidenceKind':'document','evidence':'?'}");
        writes(
                appeal,
                "caller",
                "callResident",
                "{'action':'reached','contacted':'yes','answer':'yes','grade':'5','comment':'?'}");
        assertThat(appeal.status()).isEqualTo("CLOSED");
        assertThat(tablesWith(CANARY)).isEmpty();
        assertThat(tablesWith(PHONE)).isEmpty();
    }

    @Test
    void whatTheRegistrarAndTheHandlerFillInInTasklistIsNotFoundEither() {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(AppealHandling.PROCESS)
                .latestVersion()
                .singleResult();
        var identity = engine.getIdentityService();
        try {
            identity.setAuthentication(
                    "ganshui-registrar", List.of("ganshui-service-hall-registrar"), List.of("ganshui"));
            var process = engine.getFormService()
                    .submitStartForm(
                            definition.getId(),
                            Map.of(
                                    "channel",
                                    "phone",
                                    "category",
                                    "other",
                                    "title",
                                    CANARY,
                                    "description",
                                    CANARY,
                                    "address",
                                    CANARY,
                                    "unit",
                                    "ganshui-erju-01",
                                    "name",
                                    CANARY,
                                    "phone",
                                    PHONE));
            identity.setAuthentication("ganshui-grid-01", List.of("ganshui-erju-01-grid-worker"), List.of("ganshui"));
            var task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(process.getId())
                    .singleResult();
            JsonValue shown =
                    engine.getFormService().getTaskFormVariables(task.getId()).getValueTyped("appeal");
            assertThat(shown.getValueSerialized()).contains(CANARY);
            engine.getFormService()
                    .submitTaskForm(
                            task.getId(),
                            Map.of("action", "returned", "returnGround", "wrongPlace", "returnReason", CANARY));
        } finally {
            identity.clearAuthentication();
        }
        assertThat(tablesWith(CANARY)).isEmpty();
        assertThat(tablesWith(PHONE)).isEmpty();
    }

    /** Otherwise the search above would prove nothing. */
    @Test
    void theSearchFindsWhatTheEngineDoesKeep() {
        var number = anAppeal().submitted().withdrawn().number();
        assertThat(tablesWith(number)).contains("act_hi_procinst");
        assertThat(tablesWith("诉求受理")).contains("act_ge_bytearray", "act_hi_actinst");
    }

    private static void writes(AppealCase appeal, String person, String form, String answers) {
        var answer = appeal.tries(person, form, answers.replace('\'', '"').replace("?", CANARY));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    private List<String> names(String rows, AppealCase appeal) {
        return jdbc.sql("select distinct name_ from " + rows)
                .param(appeal.process().getId())
                .query(String.class)
                .list();
    }

    /** The engine's tables that hold the text in any column, as text or inside of bytes. */
    private List<String> tablesWith(String text) {
        var bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        var tables = jdbc.sql("select table_name from information_schema.tables where table_name like 'act\\_%'")
                .query(String.class)
                .list();
        assertThat(tables).hasSizeGreaterThan(30);
        return tables.stream()
                .filter(table -> Stream.of(text, bytes).anyMatch(t -> holds(table, t)))
                .toList();
    }

    private boolean holds(String table, String text) {
        return jdbc.sql("select exists (select 1 from " + table + " t where strpos(t::text, ?) > 0)")
                .param(text)
                .query(Boolean.class)
                .single();
    }
}
