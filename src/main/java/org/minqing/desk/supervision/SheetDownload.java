package org.minqing.desk.supervision;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import org.dhatim.fastexcel.Workbook;
import org.minqing.appeal.Times;
import org.minqing.desk.TextSheets;
import org.minqing.sla.ledger.Csv;
import org.springframework.stereotype.Component;

/** Sends a table as a file that a spreadsheet opens and does not compute. */
@Component
class SheetDownload {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");

    private final InstantSource clock;

    SheetDownload(InstantSource clock) {
        this.clock = clock;
    }

    void csv(Sheet sheet, String locality, HttpServletResponse response) throws IOException {
        announce(sheet, locality, "csv", "text/csv;charset=UTF-8", response);
        try (var to = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            // Without it a spreadsheet takes Chinese for something else.
            to.write("\ufeff");
            var csv = new Csv(to);
            for (var line : sheet.head()) {
                csv.write(line.toArray());
            }
            csv.write(sheet.columns().toArray());
            for (var line : sheet.lines()) {
                csv.write(line.toArray());
            }
        }
    }

    void xlsx(Sheet sheet, String locality, HttpServletResponse response) throws IOException {
        announce(
                sheet, locality, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", response);
        var book = new Workbook(response.getOutputStream(), "minqing", "1.0");
        var rows = new TextSheets(book, sheet.title(), sheet.widths());
        sheet.head().forEach(line -> rows.line(line.toArray()));
        rows.line(sheet.columns().toArray());
        sheet.lines().forEach(line -> rows.line(line.toArray()));
        rows.finish();
        book.finish();
    }

    private void announce(Sheet sheet, String locality, String end, String type, HttpServletResponse response) {
        var name = "minqing-" + sheet.name() + "-" + locality + "-"
                + MINUTE.format(clock.instant().atZone(Times.ZONE)) + "." + end;
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
