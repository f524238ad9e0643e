package org.minqing.sla.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;

/** The anchors by mail. One node sends; what was sent stands in the database, so a failed mail outlives a restart. */
@Component
class AnchorMail {

    private static final Logger LOG = LoggerFactory.getLogger(AnchorMail.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectProvider<JavaMailSender> sender;
    private final LedgerProperties settings;

    AnchorMail(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ObjectProvider<JavaMailSender> sender,
            LedgerProperties settings) {
        this.jdbc = jdbc;
        transaction = new TransactionTemplate(transactions);
        this.sender = sender;
        this.settings = settings;
    }

    /** Sends the anchors that were not sent; never throws, for the anchor is there whether it can be mailed or not. */
    void send(Instant now) {
        if (settings.anchorMailTo().isBlank()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> sendUnsent(now));
        } catch (RuntimeException e) {
            LOG.warn("The anchors could not be mailed and are tried again: {}", e.getMessage());
        }
    }

    private void sendUnsent(Instant now) {
        // Held until the transaction ends; the other node finds nothing left to send.
        if (!jdbc.sql("select pg_try_advisory_xact_lock(28019, 0)")
                .query(Boolean.class)
                .single()) {
            return;
        }
        var unsent = jdbc.sql("""
                        select * from ledger_anchor a
                        where not exists (select from ledger_anchor_mail m where m.day = a.day) order by day""").query((rs, row) -> Anchors.anchor(rs)).list();
        if (unsent.isEmpty()) {
            return;
        }
        var mailer = sender.getIfAvailable();
        // A host that is set to nothing, as docker-compose.yml does, makes a sender that would ask this very machine.
        if (mailer == null || mailer instanceof JavaMailSenderImpl smtp && !StringUtils.hasText(smtp.getHost())) {
            throw new IllegalStateException("minqing.ledger.anchor-mail-to is set and spring.mail.host is not");
        }
        for (var anchor : unsent) {
            jdbc.sql("insert into ledger_anchor_mail (day, at) values (?::date, ?)")
                    .params(anchor.day(), now.atOffset(ZoneOffset.UTC))
                    .update();
        }
        var mail = new SimpleMailMessage();
        mail.setFrom(settings.anchorMailFrom());
        mail.setTo(settings.anchorMailTo().split("\\s*,\\s*"));
        mail.setSubject("民情台账锚点 " + unsent.get(unsent.size() - 1).day());
        mail.setText(unsent.stream().map(AnchorFile::line).collect(Collectors.joining()));
        mailer.send(mail);
    }
}
