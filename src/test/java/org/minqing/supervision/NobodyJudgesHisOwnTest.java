package org.minqing.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** Who supervises is never the supervised. */
@MinqingTest
class NobodyJudgesHisOwnTest extends AppealRules {

    @Test
    void aSupervisorIsToldOfUnitsThatNeedHelpButNotOfHisOwn() {
        for (int i = 0; i < 3; i++) {
            anAppeal().at("ganshui").submitted();
        }
        time.pass("P9D");
        assertThat(needingHelp("ganshui-supervisor")).contains("ganshui");
        assertThat(needingHelp("ganshui-leader")).doesNotContain("ganshui");
    }

    private java.util.List<String> needingHelp(String person) {
        var answer = api.as(person).get("/api/supervision/summary");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().path("needsHelp").findValuesAsText("unit");
    }
}
