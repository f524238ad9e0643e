package org.minqing.merging;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.springframework.stereotype.Component;

/** What whoever works on an appeal has to know of its other reporters, in a line above his form. */
@Component
public class Together {

    private static final String READ_BY_ALL = "写的办理情况每位反映人都看得到，不要写到某一位的姓名、电话";

    private final Reporters reporters;

    Together(Reporters reporters) {
        this.reporters = reporters;
    }

    /** Empty where one alone told of it. */
    public Optional<String> line(Appeal appeal) {
        var all = reporters.of(appeal);
        if (all.size() < 2) {
            return Optional.empty();
        }
        var present = all.stream().filter(r -> !r.withdrawn()).toList();
        var left = all.get(0).withdrawn() ? "原诉求的居民已撤回，不再联系本人。" : "";
        return Optional.of("共 " + present.size() + " 人反映同一事项。" + left + asked(appeal, present));
    }

    private static String asked(Appeal appeal, List<Reporters.Reporter> present) {
        if (appeal.status() != AppealStatus.FEEDBACK) {
            return READ_BY_ALL + "。";
        }
        var silent = present.stream()
                .filter(r -> r.joinedAt() != null && r.rating() == null)
                .map(Reporters.Reporter::number)
                .collect(Collectors.joining("、"));
        return silent.isEmpty() ? "并入的反映人都已评价。" : "还要回访 " + silent + "，到各自的诉求页看电话、登记评价。";
    }
}
