package org.minqing.supervision.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.minqing.evaluation.PeriodReader;
import org.minqing.file.Download;
import org.minqing.file.SheetDownload;
import org.minqing.problem.Query;
import org.minqing.security.StaffMember;
import org.minqing.supervision.BacklogQuestions;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The same tables as the pages show, as files. */
@Controller
class SheetPages {

    private final Sheets sheets;
    private final SheetDownload download;

    SheetPages(Sheets sheets, SheetDownload download) {
        this.sheets = sheets;
        this.download = download;
    }

    @GetMapping({"/desk/supervision/backlog.csv", "/desk/supervision/backlog.xlsx"})
    void backlog(
            @AuthenticationPrincipal StaffMember person,
            @Query(BacklogQuestions.FILTERS) Map<String, String> asked,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        download.send(Download.asked(request), sheets.backlog(person, asked), person.locality(), response);
    }

    @GetMapping({"/desk/rates/rates.csv", "/desk/rates/rates.xlsx"})
    void rates(
            @AuthenticationPrincipal StaffMember person,
            @Query(PeriodReader.FIELDS) Map<String, String> asked,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        download.send(Download.asked(request), sheets.rates(person, asked), person.locality(), response);
    }
}
