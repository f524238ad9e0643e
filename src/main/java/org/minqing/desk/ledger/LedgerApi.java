package org.minqing.desk.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.minqing.code.Coded;
import org.minqing.file.FileFormat;
import org.minqing.problem.Fields;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Query;
import org.minqing.problem.Sent;
import org.minqing.security.StaffMember;
import org.minqing.sla.ledger.Verification;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What programs of auditors read. The contract is in {@code src/docs/api.md}. */
@RestController
class LedgerApi {

    private final LedgerQuestions questions;
    private final LedgerLists lists;
    private final LedgerDownload download;
    private final LedgerVerdict verdict;
    private final AlarmTaking taking;

    LedgerApi(
            LedgerQuestions questions,
            LedgerLists lists,
            LedgerDownload download,
            LedgerVerdict verdict,
            AlarmTaking taking) {
        this.questions = questions;
        this.lists = lists;
        this.download = download;
        this.verdict = verdict;
        this.taking = taking;
    }

    @GetMapping("/api/sla/ledger")
    LedgerPage ledger(
            @AuthenticationPrincipal StaffMember person,
            @Query({LedgerQuestions.FIELDS, "page"}) Map<String, String> asked) {
        return lists.find(questions.read(person, asked));
    }

    @GetMapping("/api/sla/ledger/export")
    void export(
            @AuthenticationPrincipal StaffMember person,
            @Query({LedgerQuestions.FIELDS, "format"}) Map<String, String> asked,
            HttpServletResponse response) {
        var question = questions.read(person, asked);
        var format = Coded.find(FileFormat.class, asked.get("format"))
                .orElseThrow(() -> new InvalidInput("format", "请填 csv 或 xlsx", "must be csv or xlsx"));
        download.send(format, question, person, response);
    }

    /** The whole ledger with its seals: what the stand-alone verifier checks against the anchors. */
    @GetMapping("/api/sla/ledger/whole")
    void whole(@Query Map<String, String> none, HttpServletResponse response) {
        download.sendWhole(response);
    }

    @GetMapping("/api/sla/verify")
    Verification.Result verify(@AuthenticationPrincipal StaffMember person, @Query Map<String, String> none) {
        return verdict.of(person);
    }

    /** What nobody has looked into first, then newest first. */
    @GetMapping("/api/sla/alarms")
    List<AlarmLine> alarms(@AuthenticationPrincipal StaffMember person, @Query Map<String, String> none) {
        return lists.alarms(person, AlarmTaking.MOST);
    }

    @PostMapping("/api/sla/alarms/taking")
    AlarmLine take(@AuthenticationPrincipal StaffMember person, @Fields({"id", "inquiry"}) Sent sent) {
        return taking.take(person, sent.words("id"), sent.words("inquiry"));
    }
}
