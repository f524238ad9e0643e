package org.minqing.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.appeal.Appeals;
import org.minqing.process.AppealHandling;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Stored;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Of appeals that are merged one goes on, whoever merges what into which at the same moment. */
@MinqingTest
class MergingTest extends AppealRules {

    private final ExecutorService dispatchers = Executors.newFixedThreadPool(2);

    @Autowired
    Appeals appeals;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void home() {
        dispatchers.shutdownNow();
    }

    @Test
    void noAppealIsMergedIntoItself() {
        var appeal = anAppeal().submitted();
        Stored.problem(appeal.triesToMergeInto(appeal), 400, "original");
        assertThat(appeal.status()).isEqualTo("RECEIVED");
        appeal.withdrawn();
    }

    @Test
    void whatWasMergedItselfIsNoOriginal() {
        var original = anAppeal().submitted();
        var duplicate = anAppeal().submitted().mergedInto(original);
        var third = anAppeal().submitted();
        var answer = third.triesToMergeInto(duplicate);
        Stored.problem(answer, 400, "original");
        assertThat(answer.json().path("errors").path(0).path("zh").asText()).contains("已并入" + original.number());
        assertThat(third.status()).isEqualTo("RECEIVED");
        third.withdrawn();
        original.withdrawn();
    }

    @Test
    void anOriginalIsNotMergedIntoItsDuplicate() {
        var original = anAppeal().submitted();
        var duplicate = anAppeal().submitted().mergedInto(original);
        var answer = original.triesToMergeInto(duplicate);
        Stored.problem(answer, 409);
        assertThat(answer.json().path("detail").asText()).contains(duplicate.number(), "已并入这件诉求");
        assertThat(original.status()).isEqualTo("RECEIVED");
        original.withdrawn();
    }

    @Test
    void nothingIsMergedIntoWhatHasEnded() {
        var closed = aHandledAppeal().rated(SATISFIED);
        var withdrawn = anAppeal().submitted().withdrawn();
        var late = anAppeal().submitted();
        var before = late.everythingKept();
        Stored.problem(late.triesToMergeInto(closed), 400, "original");
        Stored.problem(late.triesToMergeInto(withdrawn), 400, "original");
        Stored.problem(closed.triesToMergeInto(late), 409);
        assertThat(late.everythingKept()).isEqualTo(before);
    }

    @Test
    void appealsOfTwoPlacesAreNotMerged() {
        var here = anAppeal().submitted();
        var elsewhere = anAppeal().from("shibu").at("shibu-chengxi-1-01").submitted();
        Stored.problem(here.triesToMergeInto(elsewhere), 400, "original");
        Stored.problem(elsewhere.triesToMergeInto(here), 400, "original");
        assertThat(here.status()).isEqualTo("RECEIVED");
    }

    @Test
    void aConfidentialAppealAndAnotherAreNotMerged() {
        var open = anAppeal().submitted();
        var confidential = anAppeal().ofType("report").submitted().aboutNobodyBy("safety");
        var kept = List.of(open.everythingKept(), confidential.everythingKept());
        for (var answer : List.of(open.triesToMergeInto(confidential), confidential.triesToMergeInto(open))) {
            // To a dispatcher who may not know of it, it is not there.
            assertThat(answer.status()).as(answer.raw().body()).isIn(400, 404, 409);
        }
        assertThat(List.of(open.everythingKept(), confidential.everythingKept()))
                .isEqualTo(kept);
    }

    /** A was merged into B, and B into C: A's resident hears of C, and all three are one matter. */
    @Test
    void mergingGoesOnToTheLastAndNeverInACircle() {
        var last = anAppeal().submitted();
        var middle = anAppeal().submitted();
        var first = anAppeal().submitted().mergedInto(middle);
        middle.mergedInto(last);
        Stored.problem(last.triesToMergeInto(first), 400, "original");
        Stored.problem(last.triesToMergeInto(middle), 409);
        last.respondedBy("grid-01").progressedBy("secretary-erju");
        assertThat(first.tracked()).contains("共有", "\"voices\":3", "已联系施工队");
    }

    /** On the page of the desk, or in the form of the dispatcher's task. */
    @ParameterizedTest
    @CsvSource({"page, page", "page, form", "form, page", "form, form"})
    @Timeout(60)
    void ofTwoThatAreMergedIntoEachOtherOneGoesOn(String one, String other) throws Exception {
        var first = returned();
        var second = returned();
        var both = transaction.execute(status -> {
            // Nobody gets on before both have come so far.
            appeals.lock(first.number());
            appeals.lock(second.number());
            var acts = List.of(begun(() -> merge(one, first, second)), begun(() -> merge(other, second, first)));
            awaitWaiting(2);
            return acts;
        });
        var answers = List.of(both.get(0).get(), both.get(1).get());
        assertThat(answers).extracting(Api.Answer::status).as("%s", answers).containsExactlyInAnyOrder(200, 409);
        var won = answers.get(0).status() == 200;
        Stored.problem(answers.get(won ? 1 : 0), 409);
        var merged = won ? first : second;
        var left = won ? second : first;
        assertThat(merged.status()).isEqualTo("MERGED");
        assertThat(merged.appeal("merged_into")).isEqualTo(left.number());
        assertThat(left.status()).isEqualTo("HANDLING");
        assertWaiting(left, AppealHandling.DISPATCH);
        left.withdrawn();
    }

    private AppealCase returned() {
        return anAppeal().submitted().respondedBy("grid-01").handlingReturnedBy("secretary-erju");
    }

    private static Api.Answer merge(String where, AppealCase duplicate, AppealCase original) {
        return where.equals("page")
                ? duplicate.triesToMergeInto(original)
                : duplicate.tries(
                        "dispatcher",
                        "dispatchAppeal",
                        "{\"action\":\"merge\",\"original\":\"" + original.number() + "\",\"note\":\"同一事项\"}");
    }

    private Future<Api.Answer> begun(Callable<Api.Answer> act) {
        return dispatchers.submit(act);
    }

    /** The locks of the server, and not its list of sessions: within a transaction that list stands still. */
    private void awaitWaiting(int sessions) {
        while (jdbc.sql("select count(distinct pid) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                < sessions) {
            assertThat(Thread.interrupted()).as("waited in vain").isFalse();
        }
    }
}
