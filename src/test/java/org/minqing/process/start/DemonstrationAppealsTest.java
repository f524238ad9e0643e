package org.minqing.process.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.springframework.core.io.ClassPathResource;

/** The appeals that a newcomer finds are made as people make them: a form that changes must not stop his first start. */
@MinqingTest
class DemonstrationAppealsTest extends AppealRules {

    @Test
    void everyDemonstrationAppealIsAcceptedAndEveryStepOfItFitsItsForm() throws Exception {
        try (var in = new ClassPathResource("demonstration/appeals.json").getInputStream()) {
            var examples = new ObjectMapper().readTree(in);
            assertThat(examples).isNotEmpty();
            for (var example : examples) {
                var receipt = api.submit(example.path("submission").toString());
                assertThat(receipt.status()).as(receipt.raw().body()).isEqualTo(201);
                var number = receipt.json().path("number").asText();
                for (var step : example.path("steps")) {
                    var answer = api.as(step.path("user").asText())
                            .complete(
                                    step.path("form").asText(),
                                    number,
                                    step.path("answers").toString());
                    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
                }
            }
        }
    }
}
