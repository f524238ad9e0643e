package org.minqing.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.MinqingTest;
import org.minqing.support.Owner;
import org.minqing.support.Session;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a resident said is what he said, whoever tries to have it otherwise and on whichever way. */
@MinqingTest
class OriginalWordsTest extends Talk {

    private static final String OTHER = "换成了别的话";

    @Autowired
    DataSource application;

    private String number;
    private String code;
    private String key;
    private Map<String, Object> said;

    @BeforeEach
    void anAppeal() {
        key = UUID.randomUUID().toString();
        var receipt = api.submit(key, sound().toString()).json();
        number = receipt.path("number").asText();
        code = receipt.path("trackingCode").asText();
        said = said();
    }

    @Test
    void noInterfaceChangesThem() {
        var task =
                api.as("shibu-grid-01").task("respondAppeal", number).path("id").asText();
        var other = "{\"title\":\"" + OTHER + "\",\"description\":\"" + OTHER + "\"}";
        assertThat(api.submit(key, sound().put("description", OTHER).toString()).status())
                .isEqualTo(422);
        for (var person :
                List.of("shibu-grid-01", "shibu-dispatcher", "shibu-supervisor", "shibu-registrar", "admin")) {
            var browser = Session.of(api, person);
            for (var method : List.of("PUT", "PATCH", "DELETE", "POST")) {
                for (var path : List.of(
                        "/api/appeals/" + number,
                        "/api/appeals/" + number + "/description",
                        "/api/appeals/" + number + "/summary",
                        "/api/track/" + code,
                        "/desk/appeals/" + number,
                        "/desk/appeals/" + number + "/summary")) {
                    assertThat(browser.send(method, path, other).statusCode())
                            .as("%s %s %s", person, method, path)
                            .isGreaterThanOrEqualTo(400);
                }
            }
            // The card of a form carries them; a form that sends them back changes nothing.
            var engine = "/camunda/api/engine/engine/default/task/" + task;
            var card = "{\"variables\":{\"appeal\":{\"value\":\"{\\\"description\\\":\\\"" + OTHER
                    + "\\\"}\",\"type\":\"Json\"},\"description\":{\"value\":\"" + OTHER + "\"}}}";
            browser.send("POST", engine + "/submit-form", card);
            browser.send("PUT", engine + "/variables/description", "{\"value\":\"" + OTHER + "\",\"type\":\"String\"}");
            browser.send("PUT", engine + "/variables/appeal", "{\"value\":\"" + OTHER + "\",\"type\":\"String\"}");
            browser.submit("/desk/tasks/" + task, "description=" + OTHER + "&title=" + OTHER, "/desk");
            assertThat(said()).as(person).isEqualTo(said);
        }
        var complete = api.as("shibu-grid-01").complete("respondAppeal", number, other);
        assertThat(complete.status()).isEqualTo(400);
        assertThat(said()).isEqualTo(said);
    }

    @Test
    void aSummaryLeavesThemAlone() {
        var written = api.as("shibu-dispatcher")
                .post("/api/appeals/" + number + "/summary", "{\"summary\":\"" + OTHER + "\",\"seen\":0}");
        assertThat(written.status()).isEqualTo(200);
        assertThat(said()).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update appeal_original set description = 'x' where appeal = ?",
                "delete from appeal_original where appeal = ?",
                "insert into appeal_original (appeal, description) values (?, 'x')",
                "insert into appeal_original (appeal, description) values (?, 'x') on conflict (appeal) do update set description = 'x'",
                "merge into appeal_original o using (select ? as n) s on o.appeal = s.n when matched then update set description = 'x'",
                "with gone as (delete from appeal_original where appeal = ? returning 1) select count(*) from gone",
                "update appeal set title = 'x' where number = ?"
            })
    void theRoleOfTheApplicationCannotChangeThem(String statement) {
        assertThatThrownBy(() -> {
                    var sql = jdbc.sql(statement).param(number);
                    if (statement.startsWith("with")) {
                        sql.query().listOfRows();
                    } else {
                        sql.update();
                    }
                })
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|duplicate key|is written once and not changed).*");
        assertThat(said()).isEqualTo(said);
    }

    @Test
    void evenTheOwnerIsStoppedByTheTitleAndTheSummaries() {
        api.as("shibu-dispatcher").post("/api/appeals/" + number + "/summary", "{\"summary\":\"摘要\",\"seen\":0}");
        var owner = JdbcClient.create(Owner.of(application));
        for (var statement : List.of(
                "update appeal set title = 'x' where number = ?",
                "update appeal_summary set text = 'x' where appeal = ?",
                "delete from appeal_summary where appeal = ?")) {
            assertThatThrownBy(() -> owner.sql(statement).param(number).update())
                    .as(statement)
                    .hasMessageContaining("is written once and not changed");
        }
        assertThat(said()).isEqualTo(said);
    }

    private Map<String, Object> said() {
        return jdbc.sql(
                        "select title, description from appeal a join appeal_original o on o.appeal = a.number where number = ?")
                .param(number)
                .query()
                .singleRow();
    }
}
