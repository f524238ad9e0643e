package org.minqing.merging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEventKind;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Timeline;
import org.springframework.stereotype.Service;

/**
 * The steps of the original as those read them whose appeals were merged into it, each from his own merging on. Only what is
 * listed here is told, and of what was written about another resident no more than that it happened; free text that all are
 * meant to read goes on without names and numbers of any of them.
 */
@Service
public class SharedSteps {

    private static final Map<AppealEventKind, UnaryOperator<String>> TOLD = new EnumMap<>(AppealEventKind.class);

    static {
        for (var kind : List.of(
                AppealEventKind.DECIDED,
                AppealEventKind.ACCEPTED,
                AppealEventKind.REASSIGNED,
                AppealEventKind.ACCEPTANCE_VOIDED,
                AppealEventKind.REMIT_SETTLED,
                AppealEventKind.CONSULTED,
                AppealEventKind.ORDER_TAKEN,
                AppealEventKind.REPORTER_ACTED,
                AppealEventKind.PROGRESSED,
                AppealEventKind.PLAN_TOLD,
                AppealEventKind.REDO_STARTED,
                AppealEventKind.LIMIT_MOVED,
                AppealEventKind.CORRECTED,
                AppealEventKind.LONGER_GRANTED,
                AppealEventKind.REVIEW_TOLD,
                AppealEventKind.REVIEW_ANSWERED,
                AppealEventKind.ENDED)) {
            TOLD.put(kind, text -> text);
        }
        TOLD.put(AppealEventKind.RESPONDED, text -> "已与反映人取得联系");
        TOLD.put(AppealEventKind.CONTACTED, text -> "再次与反映人取得联系");
        TOLD.put(AppealEventKind.ARRIVED, text -> "已到现场");
        TOLD.put(AppealEventKind.DANGER_REMOVED, text -> "险情已排除");
        TOLD.put(AppealEventKind.SUPERVISED, text -> "督办人员已介入");
        // What follows the colon is a note about the other resident's appeal.
        TOLD.put(AppealEventKind.DISPATCHED, SharedSteps::beforeTheColon);
        // So are the titles of sub-cases.
        TOLD.put(AppealEventKind.SPLIT_TOLD, SharedSteps::beforeTheColon);
        // Evidence may name witnesses and hold photos of somebody's home.
        TOLD.put(AppealEventKind.RESULTED, text -> text.replaceFirst("(?s)（佐证：.*", ""));
    }

    private final Appeals appeals;
    private final Timeline timeline;
    private final OthersUnnamed unnamed;

    SharedSteps(Appeals appeals, Timeline timeline, OthersUnnamed unnamed) {
        this.appeals = appeals;
        this.timeline = timeline;
        this.unnamed = unnamed;
    }

    /** Takes out of a text that all are meant to read who the others are, for one of them. */
    public UnaryOperator<String> unnamed(Appeal own) {
        return unnamed.inMatterOf(own);
    }

    /** Oldest first; none for an appeal that was not merged. */
    public List<Timeline.Entry> of(Appeal own) {
        var hide = unnamed(own);
        var steps = new ArrayList<Timeline.Entry>();
        var at = own;
        while (at.mergedInto() != null) {
            var into = appeals.get(at.mergedInto());
            var from = at.closedAt();
            timeline.of(into.number()).stream()
                    .filter(Timeline.Entry::visible)
                    .filter(e -> !e.at().isBefore(from))
                    .filter(e -> !ofOwnMerging(e, into))
                    .forEach(
                            e -> told(e).map(text -> entry(e, hide.apply(text))).ifPresent(steps::add));
            at = into;
        }
        return List.copyOf(steps);
    }

    private static String beforeTheColon(String text) {
        return text.replaceFirst("(?s)：.*", "");
    }

    /** The latest result among these steps. */
    public static Optional<String> result(List<Timeline.Entry> steps) {
        return steps.stream()
                .filter(e -> e.kind().equals(AppealEventKind.RESULTED.code()))
                .map(Timeline.Entry::text)
                .reduce((first, last) -> last);
    }

    private static Optional<String> told(Timeline.Entry e) {
        return TOLD.entrySet().stream()
                .filter(kind -> kind.getKey().code().equals(e.kind()))
                .map(kind -> kind.getValue().apply(e.text()))
                .findFirst();
    }

    private static boolean ofOwnMerging(Timeline.Entry e, Appeal into) {
        return into.status() == AppealStatus.MERGED && e.kind().equals(AppealEventKind.ENDED.code());
    }

    private static Timeline.Entry entry(Timeline.Entry e, String text) {
        return new Timeline.Entry(e.at(), e.kind(), null, e.as(), text, true);
    }
}
