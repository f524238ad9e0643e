package org.minqing.sla.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.sla.ledger.LedgerSamples.START;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The newest seal leaves the system once a day, to a file and by mail; what fails is made up for. */
class AnchorsTest {

    @TempDir
    static Path folder;

    static LedgerDatabase database;
    static Instant now = Instant.parse("2026-11-20T15:59:00Z");

    private final JavaMailSenderImpl smtp = new JavaMailSenderImpl();
    private Path file;

    @BeforeAll
    static void start() throws IOException {
        database = new LedgerDatabase(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void aNewDayAndANewFile() throws IOException {
        now = now.plus(Duration.ofDays(1));
        file = Files.createTempDirectory(folder, "anchors").resolve("kept/anchors.txt");
        database.samples.row(database.samples.appeal(), 1, START);
        database.seal();
        smtp.setHost("127.0.0.1");
    }

    @Test
    void theFirstTurnOfADayInShanghaiTakesTheNewestSealOnce() throws IOException {
        now = Instant.parse("2027-01-31T15:59:59.999Z");
        turn("");
        turn("");
        var first = lines();
        database.samples.row(database.samples.appeal(), 1, START);
        var newest = database.seal().get(0);
        turn("");
        assertThat(lines()).isEqualTo(first).singleElement().asString().startsWith("2027-01-31 seal=");
        now = now.plusMillis(1);
        turn("");
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1))
                .isEqualTo(
                        AnchorFile.line(anchors("").all().get(anchors("").all().size() - 1))
                                .strip())
                .startsWith("2027-02-01 seal=" + newest.n() + " rows=")
                .endsWith(newest.digest());
    }

    @Test
    void aFileThatCannotBeWrittenIsMadeUpForAndACutLineIsWrittenAnew() throws IOException {
        turn("");
        var kept = lines();
        var content = Files.readString(file);
        Files.delete(file);
        Files.createDirectory(file);
        now = now.plus(Duration.ofDays(1));
        turn("");
        now = now.plus(Duration.ofDays(1));
        Files.delete(file);
        Files.writeString(file, content + lines().size());
        turn("");
        assertThat(lines()).hasSize(3).startsWith(kept.get(0));
    }

    @Test
    void twoNodesWithOneFileWriteEachDayOnce() throws IOException {
        anchors("").turn();
        anchors("").turn();
        assertThat(lines()).hasSize(1);
    }

    @Test
    void aMailThatFailsIsSentAtTheNextTurnAndOnlyOnce() throws Exception {
        smtp.setPort(1);
        turn("auditor@example.org");
        assertThat(lines()).hasSize(1);
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        mail.start();
        try {
            smtp.setPort(mail.getSmtp().getPort());
            turn("auditor@example.org, second@example.org");
            turn("auditor@example.org, second@example.org");
            var received = mail.getReceivedMessages();
            assertThat(received).hasSize(2);
            assertThat(received[0].getContent().toString()).contains(lines().get(0));
        } finally {
            mail.stop();
        }
    }

    /** An empty host would mean this machine, and whoever listens there. */
    @Test
    void aReceiverWithoutAMailServerGetsNothingUntilThereIsOne() throws Exception {
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        mail.start();
        try {
            smtp.setPort(mail.getSmtp().getPort());
            smtp.setHost("");
            turn("auditor@example.org");
            assertThat(mail.getReceivedMessages()).isEmpty();
            smtp.setHost("127.0.0.1");
            turn("auditor@example.org");
            assertThat(mail.getReceivedMessages()).hasSize(1);
        } finally {
            mail.stop();
        }
    }

    private void turn(String mailTo) {
        anchors(mailTo).turn();
    }

    private Anchors anchors(String mailTo) {
        var settings = new LedgerProperties(file, mailTo, "minqing@localhost");
        var beans = new StaticListableBeanFactory();
        beans.addBean("smtp", smtp);
        return new Anchors(
                database.jdbc,
                () -> now,
                new AnchorFile(settings),
                new AnchorMail(
                        database.jdbc,
                        new DataSourceTransactionManager(database.pool),
                        beans.getBeanProvider(JavaMailSender.class),
                        settings));
    }

    private List<String> lines() throws IOException {
        return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
    }
}
