package org.minqing.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Talk;

/** Whoever says what happened has said enough. */
@MinqingTest
class InOwnWordsTest extends Talk {

    @AfterEach
    void nobodyIsInDangerAnyMore() {
        withdrawAll();
    }

    @Test
    void whoGivesNoTitleAndNoCategoryIsUnderstoodFromHisWords() {
        var tracked = filed("楼道里有很重的煤气味，怎么办？住三楼的老人还在家。");
        assertThat(tracked.path("title").asText()).isEqualTo("楼道里有很重的煤气味，怎么办");
        assertThat(tracked.path("categoryName").asText()).isEqualTo("供气");
    }

    @Test
    void wordsThatHintAtNothingGoWhereTheFileSays() {
        assertThat(filed("想请你们来看一看。").path("categoryName").asText()).isEqualTo("其他");
    }

    @Test
    void whatHeChoseHimselfStays() {
        var said = sound().put("title", "灯坏了").put("category", "other").put("description", "楼道里有很重的煤气味。");
        var tracked = api.get(
                        "/api/track/" + accepted(said).path("trackingCode").asText())
                .json();
        assertThat(tracked.path("title").asText()).isEqualTo("灯坏了");
        assertThat(tracked.path("categoryName").asText()).isEqualTo("其他");
    }

    private JsonNode filed(String words) {
        var said = sound().put("description", words);
        said.remove("title");
        said.remove("category");
        return api.get("/api/track/" + accepted(said).path("trackingCode").asText())
                .json();
    }
}
