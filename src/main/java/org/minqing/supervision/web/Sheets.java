package org.minqing.supervision.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.minqing.evaluation.RateTable;
import org.minqing.evaluation.Rates;
import org.minqing.file.Sheet;
import org.minqing.organisation.Localities;
import org.minqing.security.StaffMember;
import org.minqing.supervision.BacklogQuestions;
import org.minqing.supervision.OpenAppeals;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;

/** The backlog and the three rates as tables to take along. */
@Service
class Sheets {

    /** More than one town has open at a time; whoever has more asks for a unit. */
    private static final int MOST = 50_000;

    private final OpenAppeals open;
    private final BacklogQuestions questions;
    private final Rates rates;
    private final Localities localities;
    private final InstantSource clock;

    Sheets(OpenAppeals open, BacklogQuestions questions, Rates rates, Localities localities, InstantSource clock) {
        this.open = open;
        this.questions = questions;
        this.rates = rates;
        this.localities = localities;
        this.clock = clock;
    }

    Sheet backlog(StaffMember person, Map<String, String> asked) {
        var locality = localities.get(person.locality());
        var lines = open.first(person, questions.read(locality, asked), MOST).stream()
                .map(l -> List.of(
                        l.number(),
                        l.title(),
                        l.unitName(),
                        l.statusName(),
                        l.due().sign() + " " + l.due().label(),
                        l.deadline(),
                        l.dueAt(),
                        Integer.toString(l.days()),
                        Integer.toString(l.voices())))
                .toList();
        return new Sheet(
                "backlog",
                "在办诉求",
                List.of(
                        List.of("地方", locality.name()),
                        List.of("导出时间", Times.iso(clock.instant())),
                        List.of("导出人", person.userId()),
                        List.of("件数", lines.size() < MOST ? Integer.toString(lines.size()) : "只列最急的前 " + MOST + " 件")),
                List.of("诉求编号", "标题", "单位", "状态", "时限状态", "最近时限", "到期时间", "已有天数", "反映人数"),
                new double[] {20, 40, 26, 12, 14, 26, 26, 10, 10},
                lines);
    }

    /** @throws org.minqing.problem.InvalidInput at a parameter that is wrong */
    Sheet rates(StaffMember person, Map<String, String> asked) {
        var table = rates.asked(person.locality(), asked);
        var lines = new ArrayList<List<String>>();
        for (var rate : table.rates()) {
            lines.add(line(rate, "全部", rate.total(), ""));
            rate.units()
                    .forEach(u -> lines.add(
                            line(rate, u.name(), u.figure(), u.standing().words(table.level()))));
        }
        return new Sheet(
                "rates",
                "三率",
                List.of(
                        List.of("地方", table.localityName()),
                        List.of("期间", table.from() + " 起（含），至 " + table.to() + " 止（不含）"),
                        List.of("截止时刻", table.cutOff()),
                        List.of("校验码", table.digest()),
                        List.of("导出人", person.userId())),
                List.of("指标", "单位", "分子", "分母", "比率（%）", "区间下限（%）", "区间上限（%）", "与全部比较"),
                new double[] {16, 26, 10, 10, 12, 14, 14, 16},
                lines);
    }

    private static List<String> line(RateTable.Rate rate, String unit, RateTable.Value v, String standing) {
        return List.of(
                rate.name(),
                unit,
                v.numerator() == null ? "—" : Long.toString(v.numerator()),
                Long.toString(v.denominator()),
                v.value() == null ? "—" : v.value().toPlainString(),
                v.low() == null ? "—" : v.low().toPlainString(),
                v.high() == null ? "—" : v.high().toPlainString(),
                standing);
    }
}
