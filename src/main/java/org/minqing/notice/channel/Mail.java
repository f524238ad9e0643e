package org.minqing.notice.channel;

import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** A mail through the server of {@code spring.mail}. Mailboxes know a repetition by its Message-ID. */
final class Mail implements Sender {

    private final String from;
    private final JavaMailSender server;

    Mail(Settings settings, JavaMailSender server) {
        from = settings.text("from");
        settings.nothingElse();
        if (server == null) {
            throw settings.wrong("from", "spring.mail.host is not set");
        }
        this.server = server;
    }

    @Override
    public Delivery send(Message message, String address) {
        try {
            server.send(mime -> {
                var mail = new MimeMessageHelper(mime, StandardCharsets.UTF_8.name());
                mail.setFrom(from);
                mail.setTo(address);
                mail.setSubject(message.title() + " " + message.number());
                mail.setText(message.text() + "\n" + message.link() + "\n");
                mime.setHeader("Message-ID", "<" + message.key() + "@" + from.replaceFirst("^.*@", "") + ">");
            });
            return new Delivery.Taken();
        } catch (MailParseException e) {
            return new Delivery.Refused("badAddress");
        } catch (MailAuthenticationException e) {
            return new Delivery.Later("notSignedIn", null);
        } catch (MailSendException e) {
            return rejected(e) ? new Delivery.Refused("rejected") : new Delivery.Later("notSent", null);
        } catch (MailException e) {
            return new Delivery.Later("notSent", null);
        }
    }

    private static boolean rejected(MailSendException e) {
        for (var failure : e.getMessageExceptions()) {
            if (failure instanceof jakarta.mail.SendFailedException failed
                    && failed.getInvalidAddresses() != null
                    && failed.getInvalidAddresses().length > 0) {
                return true;
            }
        }
        return false;
    }
}
