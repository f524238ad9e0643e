package org.minqing.proof.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.minqing.proof.bench.Report;

/** A campaign that is a test with more cases than usual: its figures stand in what the test run left behind. */
enum TestRun {
    calendar(
            "Calendar against a brute-force minute counter",
            "org.minqing.sla.calendar.WorkingCalendarPropertiesTest",
            Pattern.compile("tries = \\d+|checks = \\d+|seed = -?\\d+")),
    attacks(
            "Ledger attacks by SQL as the owner",
            "org.minqing.sla.ledger.LedgerAttacksTest",
            Pattern.compile("ledger attacks: .*"));

    private static final Path REPORTS = Path.of("target", "surefire-reports");
    private static final Pattern SUITE = Pattern.compile(
            "<testsuite .*?time=\"([^\"]+)\" tests=\"(\\d+)\" errors=\"(\\d+)\" skipped=\"(\\d+)\" failures=\"(\\d+)\"");

    private final String title;
    private final String test;
    private final Pattern figures;

    TestRun(String title, String test, Pattern figures) {
        this.title = title;
        this.test = test;
        this.figures = figures;
    }

    String title() {
        return title;
    }

    /** @throws IOException if the test has not run */
    void report(Report report) throws IOException {
        var xml = Files.readString(REPORTS.resolve("TEST-" + test + ".xml"));
        var suite = SUITE.matcher(xml);
        if (suite.find()) {
            report.line(
                    "%s: %s tests, %s errors, %s failures, %s s",
                    test, suite.group(2), suite.group(3), suite.group(5), suite.group(1));
        }
        seen(xml).forEach(line -> report.line("%s", line));
        report.write();
    }

    private List<String> seen(String xml) {
        return figures.matcher(xml).results().map(m -> m.group()).distinct().toList();
    }
}
