package org.minqing.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import org.minqing.appeal.Times;
import org.minqing.security.StaffMember;
import org.minqing.sla.ledger.LedgerReading;
import org.minqing.sla.ledger.LedgerSnapshot;
import org.minqing.sla.ledger.Selection;
import org.springframework.stereotype.Service;

/** Sends an auditor what he found, as a file; row by row, so that its length does not matter. */
@Service
class LedgerDownload {

    enum Format {
        CSV("csv", "text/csv;charset=UTF-8"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String code;
        private final String type;

        Format(String code, String type) {
            this.code = code;
            this.type = type;
        }

        /** As the end of a file name, and as programs ask for it. */
        String code() {
            return code;
        }
    }

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");

    private final LedgerReading reading;
    private final LedgerWorkbook workbook;
    private final InstantSource clock;

    LedgerDownload(LedgerReading reading, LedgerWorkbook workbook, InstantSource clock) {
        this.reading = reading;
        this.workbook = workbook;
        this.clock = clock;
    }

    /** What breaks on the way is seen: the CSV then has no END, and the workbook cannot be opened. */
    void send(Format format, LedgerQuestion question, StaffMember person, HttpServletResponse response) {
        var now = clock.instant();
        send(format, person.locality(), response, ledger -> {
            if (format == Format.CSV) {
                ledger.csv(Selection.of(question.filter()), text(response));
            } else {
                workbook.write(ledger, question, person, now, response.getOutputStream());
            }
        });
    }

    /** All localities, with the seals. */
    void sendWhole(HttpServletResponse response) {
        send(Format.CSV, "whole", response, ledger -> ledger.csv(Selection.all(), text(response)));
    }

    private interface Content {
        void write(LedgerSnapshot ledger) throws IOException;
    }

    private void send(Format format, String what, HttpServletResponse response, Content content) {
        reading.read(ledger -> {
            try {
                // Not before the database has answered: else a refusal would come as a file.
                announce(format, what, response);
                content.write(ledger);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void announce(Format format, String what, HttpServletResponse response) {
        var name =
                "minqing-ledger-" + what + "-" + MINUTE.format(clock.instant().atZone(Times.ZONE)) + "." + format.code;
        response.setContentType(format.type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    private static Writer text(HttpServletResponse response) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }
}
