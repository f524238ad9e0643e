package org.minqing.process.history;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealDraft;
import org.minqing.support.TestTime;

/** Ways that appeals go, with time passing on them. What was submitted beside it to be merged into is withdrawn again. */
enum CourseWay {
    SATISFIED((time, draft) -> handled(time, draft).rated(true)),
    CALLED_BACK(
            (time, draft) -> handled(time, draft).residentNotReachedBy("caller").calledBackBy("caller", true)),
    REDONE((time, draft) -> {
        var appeal = handled(time, draft).rated(false).dispatchedBy("dispatcher", "justice");
        time.pass("PT3H");
        return appeal.handledBy("safety").rated(true);
    }),
    REVIEWED((time, draft) -> {
        var appeal = draft.get()
                .from("shibu")
                .at("shibu-chengxi-1-01")
                .submitted()
                .respondedBy("grid-01")
                .handledBy("secretary-chengxi");
        time.pass("PT5H");
        appeal.rated(false).handledBy("secretary-chengxi").rated(false).handledBy("leader");
        time.pass("PT1H30M");
        return appeal.rated(false).reviewedBy("supervisor", "close");
    }),
    RETURNED((time, draft) -> {
        var appeal = draft.get().submitted().residentMissedBy("grid-01").responseReturnedBy("grid-01");
        time.pass("PT40M");
        appeal.reroutedBy("dispatcher", "ganshui-sanju-01").respondedBy("grid-02");
        return appeal.handlingReturnedBy("secretary-erju").dispatchedBy("dispatcher", "justice");
    }),
    IN_DANGER((time, draft) -> {
        var appeal = draft.get().inDanger("gas").submitted();
        time.pass("PT3M");
        appeal.inDanger("construction", "contacted").responseReturnedBy("grid-01");
        time.pass("PT9M");
        appeal.inDanger("safety", "arrived").inDanger("safety", "progress");
        time.pass("PT1H");
        return appeal.inDanger("safety", "removed")
                .dispatchedBy("dispatcher", "justice")
                .handledBy("safety")
                .rated(true);
    }),
    DANGER_GIVEN_BACK((time, draft) -> {
        var appeal = draft.get().inDanger("gas").submitted().inDanger("construction", "returned");
        time.pass("PT3M");
        appeal.responseReturnedBy("grid-01").inDanger("safety", "returned");
        return appeal.reroutedBy("dispatcher", "ganshui-sanju-01")
                .respondedBy("grid-02")
                .withdrawn();
    }),
    LATE((time, draft) -> {
        var appeal = draft.get().submitted();
        time.pass("PT25H");
        appeal.supervisedBy("secretary-erju").respondedBy("grid-01");
        time.pass("P9D");
        return appeal.handledBy("secretary-erju").rated(true);
    }),
    UNANSWERED((time, draft) -> {
        var appeal = handled(time, draft);
        time.pass("P8D");
        return appeal;
    }),
    EXTENDED((time, draft) -> responded(time, draft)
            .asks("secretary-erju", "extend", 3)
            .grantedBy("supervisor")
            .handledBy("secretary-erju")
            .rated(true)),
    PAUSED((time, draft) -> {
        var appeal = responded(time, draft).asks("secretary-erju", "pause", 7).grantedBy("supervisor");
        time.pass("P2D");
        return appeal.goesOn("secretary-erju").arrivedBy("secretary-erju").handledBy("secretary-erju");
    }),
    MERGED((time, draft) -> {
        var appeal = responded(time, draft);
        var original = draft.get().submitted();
        appeal.mergedInto(original);
        original.withdrawn();
        return appeal;
    }),
    WITHDRAWN((time, draft) -> {
        var appeal = draft.get().submitted();
        time.pass("PT25H");
        return appeal.withdrawn();
    }),
    RUNNING((time, draft) -> {
        var appeal = handled(time, draft).rated(false);
        time.pass("PT2H5M");
        return appeal;
    });

    private final BiFunction<TestTime, Supplier<AppealDraft>, AppealCase> way;

    CourseWay(BiFunction<TestTime, Supplier<AppealDraft>, AppealCase> way) {
        this.way = way;
    }

    AppealCase go(TestTime time, Supplier<AppealDraft> draft) {
        return way.apply(time, draft);
    }

    private static AppealCase responded(TestTime time, Supplier<AppealDraft> draft) {
        var appeal = draft.get().submitted();
        time.pass("PT47M13.345S");
        return appeal.respondedBy("grid-01");
    }

    private static AppealCase handled(TestTime time, Supplier<AppealDraft> draft) {
        var appeal = responded(time, draft);
        time.pass("P1DT2H0.007S");
        return appeal.handledBy("secretary-erju");
    }
}
