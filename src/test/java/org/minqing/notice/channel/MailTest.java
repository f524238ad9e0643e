package org.minqing.notice.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail says number and link, and a mailbox knows it again. */
class MailTest extends ServiceTalk {

    @Test
    void itArrivesWithNumberLinkAndTheSameIdentityEachTime() throws Exception {
        var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            var smtp = new JavaMailSenderImpl();
            smtp.setHost("127.0.0.1");
            smtp.setPort(server.getSmtp().getPort());
            var mail = new Mail(settings(Map.of("from", "mq@example.cn")), smtp);
            assertThat(mail.send(MESSAGE, "somebody@example.cn")).isEqualTo(new Delivery.Taken());
            assertThat(mail.send(MESSAGE, "no address")).isInstanceOf(Delivery.Refused.class);
            var got = server.getReceivedMessages();
            assertThat(got).hasSize(1);
            assertThat(got[0].getSubject()).isEqualTo("已超时 GS-20261121-0001");
            assertThat(got[0].getMessageID()).isEqualTo("<notice-7@example.cn>");
            assertThat(got[0].getContent().toString()).contains(MESSAGE.link());
        } finally {
            server.stop();
        }
        var gone = new JavaMailSenderImpl();
        gone.setHost("127.0.0.1");
        gone.setPort(1);
        assertThat(new Mail(settings(Map.of("from", "mq@example.cn")), gone).send(MESSAGE, "somebody@example.cn"))
                .isEqualTo(new Delivery.Later("notSent", null));
    }

    @Test
    void withoutAServerItsLineIsRefused() {
        assertThatThrownBy(() -> new Mail(settings(Map.of("from", "mq@example.cn")), null))
                .hasMessage("senders.yml: ganshui.it.from: spring.mail.host is not set");
    }
}
