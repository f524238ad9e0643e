package org.minqing.file;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;

/** Sends a table as a file that a spreadsheet opens and does not compute. */
@Component
public class SheetDownload {

    private final Download download;

    SheetDownload(Download download) {
        this.download = download;
    }

    public void send(FileFormat format, Sheet sheet, String locality, HttpServletResponse response) throws IOException {
        if (format == FileFormat.CSV) {
            csv(sheet, locality, response);
        } else {
            xlsx(sheet, locality, response);
        }
    }

    private void csv(Sheet sheet, String locality, HttpServletResponse response) throws IOException {
        download.announce(FileFormat.CSV, sheet.name(), locality, response);
        try (var to = Download.markedText(response)) {
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

    public void xlsx(Sheet sheet, String locality, HttpServletResponse response) throws IOException {
        xlsx(List.of(sheet), locality, response);
    }

    /** Several in one file, which has the name of the first. */
    public void xlsx(List<Sheet> sheets, String locality, HttpServletResponse response) throws IOException {
        download.announce(FileFormat.XLSX, sheets.get(0).name(), locality, response);
        var book = new Workbook(response.getOutputStream(), "minqing", "1.0");
        for (var sheet : sheets) {
            var rows = new TextSheets(book, sheet.title(), sheet.widths());
            sheet.head().forEach(line -> rows.line(line.toArray()));
            rows.line(sheet.columns().toArray());
            sheet.lines().forEach(line -> rows.line(line.toArray()));
            rows.finish();
        }
        book.finish();
    }
}
