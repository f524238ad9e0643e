package org.minqing.addition;

import java.time.InstantSource;
import java.util.List;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.database.TimeColumn;
import org.minqing.merging.Reporters;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What residents add (表 {@code appeal_addition}). It stands beside their first words, which nothing changes, and not in the
 * timeline, which tells only that it happened.
 */
@Service
public class Additions {

    private final Appeals appeals;
    private final Reporters reporters;
    private final AdditionRules rules;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Additions(Appeals appeals, Reporters reporters, AdditionRules rules, JdbcClient jdbc, InstantSource clock) {
        this.appeals = appeals;
        this.reporters = reporters;
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What one resident added himself, oldest first. */
    public List<Addition> of(String number) {
        return select("appeal = ?", number);
    }

    /** What staff read: also of those whose appeals were merged into it, oldest first. */
    public List<Addition> ofAll(String number) {
        return select("appeal in (select number from reporters_of(?) part(number))", number);
    }

    /** Whether one resident has added as much as one may. */
    public boolean isFull(String number) {
        return of(number).size() >= rules.most();
    }

    /**
     * @throws InvalidInput if nothing is said, or too much
     * @throws Refusal      if nobody holds that code, he has withdrawn, the matter has ended, or he has added enough
     */
    @Transactional
    public void add(String trackingCode, String typed) {
        var own = appeals.findByTrackingCode(trackingCode).orElseThrow(Refusal::notFound);
        var words = words(typed);
        // Whatever it was merged into: that is what is handled.
        var open = appeals.open(reporters.original(own).number());
        if (reporters.part(own).me().withdrawn()) {
            throw Refusal.conflict("您已经撤回，不能再补充。", "It was withdrawn.");
        }
        if (isFull(own.number())) {
            throw Refusal.conflict(
                    "已经补充过 " + rules.most() + " 次，不能再补充。还要说明的，请拨打值班电话。",
                    "This was added to " + rules.most() + " times already.");
        }
        jdbc.sql("insert into appeal_addition (appeal, at, words) values (?, ?, ?)")
                .params(own.number(), TimeColumn.of(clock.instant()), words)
                .update();
        open.told((n, round, at) -> new AppealEvent.ReporterActed(n, round, at, Actor.RESIDENT, "补充了情况，见居民补充", false));
    }

    private String words(String typed) {
        var words = typed.strip();
        if (words.isEmpty()) {
            throw new InvalidInput("addition", "请写下要补充的情况", "is required");
        }
        TextRule.flaw("addition", words, rules.longest()).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        return words;
    }

    private List<Addition> select(String whose, String number) {
        return jdbc.sql("select at, words from appeal_addition where " + whose + " order by id")
                .param(number)
                .query((rs, row) -> new Addition(TimeColumn.read(rs, "at"), rs.getString("words")))
                .list();
    }
}
