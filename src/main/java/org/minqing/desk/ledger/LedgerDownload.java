package org.minqing.desk.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.minqing.appeal.Subjects;
import org.minqing.file.Download;
import org.minqing.file.FileFormat;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.minqing.sla.ledger.LedgerReading;
import org.minqing.sla.ledger.LedgerSnapshot;
import org.minqing.sla.ledger.Selection;
import org.springframework.stereotype.Service;

/** Sends an auditor what he found, as a file; row by row, so that its length does not matter. */
@Service
class LedgerDownload {

    private final LedgerReading reading;
    private final LedgerWorkbook workbook;
    private final Download download;
    private final InstantSource clock;
    private final Subjects subjects;

    LedgerDownload(
            LedgerReading reading, LedgerWorkbook workbook, Download download, InstantSource clock, Subjects subjects) {
        this.reading = reading;
        this.workbook = workbook;
        this.download = download;
        this.clock = clock;
        this.subjects = subjects;
    }

    /** What breaks on the way is seen: the CSV then has no END, and the workbook cannot be opened. */
    void send(FileFormat format, LedgerQuestion question, StaffMember person, HttpServletResponse response) {
        var now = clock.instant();
        send(format, person.locality(), response, ledger -> {
            if (format == FileFormat.CSV) {
                ledger.csv(Selection.of(question.filter()), Download.text(response));
            } else {
                workbook.write(ledger, question, person, now, response.getOutputStream());
            }
        });
    }

    /**
     * All localities, with the seals.
     *
     * @throws Refusal if an appeal is about the reader: without it the chain would be broken, and with it he would read it
     */
    void sendWhole(HttpServletResponse response) {
        if (subjects.includeReader()) {
            throw Refusal.notFound();
        }
        reading.readWhole(ledger ->
                write(FileFormat.CSV, "whole", response, ledger, l -> l.csv(Selection.all(), Download.text(response))));
    }

    private interface Content {
        void write(LedgerSnapshot ledger) throws IOException;
    }

    private void send(FileFormat format, String what, HttpServletResponse response, Content content) {
        reading.read(ledger -> write(format, what, response, ledger, content));
    }

    private void write(
            FileFormat format, String what, HttpServletResponse response, LedgerSnapshot ledger, Content content) {
        try {
            // Not before the database has answered: else a refusal would come as a file.
            download.announce(format, "ledger", what, response);
            content.write(ledger);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
