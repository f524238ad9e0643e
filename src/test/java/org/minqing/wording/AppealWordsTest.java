package org.minqing.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Every appeal has its grams from the moment it is registered. */
@MinqingTest
class AppealWordsTest extends AppealRules {

    @Autowired
    AppealWords words;

    private Set<String> grams(AppealCase appeal) {
        return words.of(List.of(appeal.number())).getOrDefault(appeal.number(), Set.of());
    }

    @Test
    void titleAndWordsOfTheResidentAreThereAtOnce() {
        var appeal = anAppeal().telling("马蜂窝", "屋檐下有胡蜂，３个孩子被蜇").submitted();
        assertThat(grams(appeal)).contains("马蜂", "胡蜂", "3", "被蜇").doesNotContain("窝屋");
    }

    @Test
    void theWordsOfTheSummaryComeToThem() {
        var appeal = anAppeal().telling("蜂子", "蜂子叮人").submitted();
        assertThat(grams(appeal)).doesNotContain("马蜂");
        assertThat(appeal.desk("dispatcher")
                        .post("/api/appeals/" + appeal.number() + "/summary", """
                                {"summary":"居民反映马蜂窝伤人。","seen":0}""")
                        .status())
                .isEqualTo(200);
        assertThat(grams(appeal)).contains("马蜂", "蜂子");
    }

    @Test
    void whatWasRegisteredBeforeGetsItsGramsAFewAtATime() {
        var first = anAppeal().telling("马蜂窝", "屋檐下有胡蜂").submitted();
        var second = anAppeal().telling("水管", "水管漏水").submitted();
        jdbc.sql("delete from appeal_words where appeal in (?, ?)")
                .params(first.number(), second.number())
                .update();
        var last = words.fill("", 1);
        assertThat(last).isEqualTo(first.number());
        assertThat(grams(second)).isEmpty();
        assertThat(words.fill(last, 1)).isEqualTo(second.number());
        assertThat(words.fill(second.number(), 1)).isEmpty();
        assertThat(grams(first)).contains("胡蜂");
        assertThat(grams(second)).contains("漏水");
    }
}
