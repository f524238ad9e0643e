package org.minqing.split;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;

/** What tests of sub-cases share: an appeal that is handled, and what it is split into. */
abstract class SplitTalk extends AppealRules {

    static final String TWO = """
            {"subCases":[
              {"title":"路灯不亮","description":"一组路口的路灯不亮","category":"property","location":{"unit":"shibu-jijiahe-01"}},
              {"title":"界桩被挪动","description":"路边的界桩被人挪了一米","category":"land"}]}""";

    /** Responded to, and with the branch of its village to handle. */
    AppealCase aWhole() {
        return anAppeal().from("shibu").at("shibu-jijiahe-01").submitted().respondedBy("grid-02");
    }

    Api.Answer triesToSplit(AppealCase whole, String person, String body) {
        return whole.desk(person).post("/api/appeals/" + whole.number() + "/sub-cases", body);
    }

    List<AppealCase> split(AppealCase whole, String person) {
        var answer = triesToSplit(whole, person, TWO);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("subCases").spliterator(), false)
                .map(JsonNode::asText)
                .map(whole::subCase)
                .toList();
    }

    Api.Answer triesToTakeOut(AppealCase subCase, String person, String ground) {
        return subCase.desk(person)
                .post("/api/appeals/" + subCase.number() + "/removal", "{\"ground\":\"" + ground + "\"}");
    }

    /** By whoever has it, as far as to the end. */
    void handled(AppealCase subCase) {
        subCase.dispatchedAsDecided();
        subCase.handledBy(subCase.offeredTo());
    }

    OffsetDateTime due(AppealCase appeal) {
        return jdbc.sql(
                        "select due_at from sla_clock where appeal = ? and clock = 'RESOLVE' order by round desc limit 1")
                .param(appeal.number())
                .query(OffsetDateTime.class)
                .single();
    }
}
