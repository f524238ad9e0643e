package org.minqing.desk.timers;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.minqing.file.Csv;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.page.Search;
import org.minqing.time.Spans;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;

/** Timers as somebody reads them: page by page, or all as CSV. */
@Service
class TimerLists {

    static final int PAGE = 50;

    /** More than one locality ever has open; a file without end would hold the database. */
    private static final int MOST_IN_A_FILE = 200_000;

    private final RunningTimers timers;
    private final Localities localities;

    TimerLists(RunningTimers timers, Localities localities) {
        this.timers = timers;
        this.localities = localities;
    }

    TimerPage find(TimerQuestion question) {
        var filter = question.filter();
        var total = timers.count(filter);
        var found = timers.find(filter, PAGE, Search.before(question.page(), PAGE));
        return new TimerPage(
                Times.iso(filter.now()),
                total,
                question.page(),
                Search.pages(total, PAGE),
                found.stream().map(t -> line(t, filter.now())).toList());
    }

    /** Times in Asia/Shanghai. */
    void csv(TimerFilter filter, Writer to) throws IOException {
        var csv = new Csv(to);
        csv.write("诉求编号", "定时器", "单位", "触发时间", "按时钟应为", "与时钟不符", "状态", "剩余重试", "迟了（秒）", "警报");
        for (var found : timers.find(filter, MOST_IN_A_FILE, 0)) {
            var t = line(found, filter.now());
            csv.write(
                    t.appeal(),
                    t.timerName(),
                    t.unitName(),
                    t.dueAt(),
                    t.askedAt(),
                    yes(t.differs()),
                    t.stateName(),
                    t.retries(),
                    t.lateSeconds(),
                    yes(t.alarm()));
        }
        to.flush();
    }

    private static String yes(boolean it) {
        return it ? "是" : "否";
    }

    private TimerLine line(TimerFound t, Instant now) {
        var locality = localities.get(t.locality());
        // An administrator may have taken its time away, which is an alarm and not late.
        var late = t.due() != null && t.due().isBefore(now) ? Spans.begun(Duration.between(t.due(), now)) : null;
        return new TimerLine(
                t.appeal(),
                t.timer().name(),
                t.timer().label(),
                t.locality(),
                locality.name(),
                t.unit(),
                UnitTree.name(locality, t.unit()),
                t.due() == null ? null : Times.iso(t.due()),
                t.asked() == null ? null : Times.iso(t.asked()),
                t.timer() != TimerKind.OTHER && !Objects.equals(t.due(), t.asked()),
                t.state().name(),
                t.state().label(),
                t.retries(),
                late == null ? null : late.toSeconds(),
                late == null ? null : Spans.length(late),
                t.alarm());
    }
}
