package org.minqing.desk.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.minqing.file.TextSheets;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.security.StaffMember;
import org.minqing.sla.Clock;
import org.minqing.sla.Clocks;
import org.minqing.sla.ledger.LedgerReading;
import org.minqing.sla.ledger.LedgerSnapshot;
import org.minqing.sla.ledger.Selection;
import org.minqing.sla.ledger.VerifyLedger;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/**
 * The ledger for people who read spreadsheets. It is checked by the CSV of the same selection, whose digest stands on it;
 * the ids of the rows under a seal, too many for a cell, stand in the export of the whole ledger only.
 */
@Component
class LedgerWorkbook {

    private static final Object[] HEADER = {
        "行号", "诉求编号", "链上序号", "时钟", "轮次", "事项", "次数", "发生时间", "期限", "单位", "单位名称", "经办人", "详情代码", "详情", "前一行哈希", "本行哈希",
        "期限说明"
    };

    private final LedgerReading reading;
    private final Clocks clocks;
    private final Localities localities;
    private final LedgerQuestionWords questions;
    private final LedgerWords words;

    LedgerWorkbook(
            LedgerReading reading,
            Clocks clocks,
            Localities localities,
            LedgerQuestionWords questions,
            LedgerWords words) {
        this.reading = reading;
        this.clocks = clocks;
        this.localities = localities;
        this.questions = questions;
        this.words = words;
    }

    /** Within a snapshot of the ledger. A workbook that breaks off is left unfinished, so that nobody takes it for whole. */
    void write(LedgerSnapshot ledger, LedgerQuestion question, StaffMember person, Instant now, OutputStream to)
            throws IOException {
        var selection = Selection.of(question.filter());
        var book = new Workbook(to, "minqing", "1.0");
        var rows = new TextSheets(book, "台账", 10, 20, 10, 8, 8, 12, 8, 20, 20, 22, 18, 20, 34, 34, 24, 24, 60);
        head(ledger, question, person, now).forEach((label, value) -> rows.line(label, value));
        rows.line("");
        rows.line(HEADER);
        var told = new Told();
        ledger.eachRow(selection, r -> rows.line(row(r, question.filter().locality(), told)));
        rows.finish();

        var seals = new TextSheets(book, "封存", 10, 14, 22, 12, 70, 70);
        seals.line("类别", "封签编号", "时间", "行数", "前一摘要", "摘要");
        ledger.eachSeal(
                s -> seals.line("封签", s.n(), LedgerWords.seconds(s.at()), s.rows(), s.prevDigest(), s.digest()));
        ledger.anchors().forEach(a -> seals.line("锚点", a.seal(), a.day(), a.rows(), "", a.digest()));
        seals.finish();
        book.finish();
    }

    private Map<String, String> head(LedgerSnapshot ledger, LedgerQuestion question, StaffMember person, Instant now) {
        var head = new LinkedHashMap<String, String>();
        head.put("选择范围", questions.of(question));
        head.put("导出时间", LedgerWords.seconds(now) + "（北京时间）");
        head.put("导出人", person.userId());
        var seal = reading.newestSeal();
        head.put("最新封签", seal.map(s -> "第 " + s.n() + " 号").orElse("还没有封签"));
        head.put("封签摘要", seal.map(VerifyLedger.Seal::digest).orElse(""));
        head.put("同一范围 CSV 的 SHA-256", ledger.csvDigest(Selection.of(question.filter())));
        return head;
    }

    private Object[] row(VerifyLedger.Row r, String code, Told told) {
        var locality = localities.get(code);
        return new Object[] {
            r.id(),
            r.appeal(),
            r.seq(),
            LedgerRecords.clock(r.clock()),
            r.round(),
            LedgerWords.kind(r.kind()),
            r.step(),
            LedgerWords.seconds(r.at()),
            r.due() == null ? "" : Times.exactEnd(r.due()),
            r.unit(),
            UnitTree.name(locality, r.unit(), ""),
            r.actor(),
            r.detail(),
            words.detail(r.detail(), locality),
            r.prevHash(),
            r.hash(),
            r.kind().equals("OPENED") ? told.sentence(r) : ""
        };
    }

    /** The clocks of the appeal that came last: those that are opened together follow each other. */
    private final class Told {

        private String appeal;
        private List<Clock> known;

        String sentence(VerifyLedger.Row r) {
            if (!r.appeal().equals(appeal)) {
                appeal = r.appeal();
                known = clocks.of(appeal);
            }
            return known.stream()
                    .filter(c -> c.kind().name().equals(r.clock()) && c.round() == r.round())
                    .map(c -> clocks.narrate(appeal, c).sentence())
                    .collect(Collectors.joining());
        }
    }
}
