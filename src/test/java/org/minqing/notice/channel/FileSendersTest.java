package org.minqing.notice.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.organisation.Localities;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mock.env.MockEnvironment;

/** senders.yml as somebody writes it: all of it works, or the program says which line does not. */
class FileSendersTest {

    @TempDir
    private Path folder;

    private FileSenders read(String channels) throws Exception {
        var file = folder.resolve("senders.yml");
        Files.writeString(file, channels);
        return new FileSenders(
                new NoticeProperties(file.toString(), List.of(), Duration.ofSeconds(1)),
                new Localities(),
                new MockEnvironment()
                        .withProperty("HOOK", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                        .withProperty("KEY", "a-key"),
                new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class),
                InstantSource.system(),
                null);
    }

    @Test
    void whatIsSetUpSendsForItsLocalityAndForNoOther() throws Exception {
        var senders = read(
                "senders: {ganshui: {wecom: {keyFrom: KEY}, sms: {signName: 甘水镇, keyIdFrom: KEY, keySecretFrom: KEY}}}");
        assertThat(senders.of("ganshui")).containsExactlyInAnyOrder(Channel.WECOM, Channel.SMS);
        assertThat(senders.find("ganshui", Channel.WECOM)).isPresent();
        assertThat(senders.of("matou")).isEmpty();
        senders.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "senders: {atlantis: {wecom: {keyFrom: KEY}}}             | atlantis: there is no such locality",
                "senders: {ganshui: {pigeon: {keyFrom: KEY}}}             | ganshui.pigeon: there is no such channel",
                "senders: {ganshui: {desk: {}}}                           | ganshui.desk: pages need no sender",
                "senders: {ganshui: {wecom: {}}}                          | ganshui.wecom.keyFrom: is missing",
                "senders: {ganshui: {wecom: {keyFrom: NOT_SET}}}          | ganshui.wecom.keyFrom: the environment has no NOT_SET",
                "senders: {ganshui: {wecom: {keyFrom: KEY, key: abc}}}    | ganshui.wecom: unknown key",
                "senders: {ganshui: {webhook: {url: 'http://192.168.0.9/in', secretFrom: HOOK}}} | ganshui.webhook.url: 192.168.0.9 lies in a network that is closed to notices",
                "senders: {ganshui: {wecom: {keyFrom: KEY, service: 'http://127.0.0.1/'}}} | ganshui.wecom.service: 127.0.0.1 lies in a network",
                "senders: {ganshui: {webhook: {url: 'https://example.cn/', secretFrom: KEY}}} | ganshui.webhook.secretFrom: must be 24 to 64 bytes",
                "senders: {ganshui: {sms: {signName: 甘水镇, keyIdFrom: KEY, keySecretFrom: KEY, templates: 短信}}} | ganshui.sms.templates: must be a list",
                "senders: {ganshui: {sms: {signName: 甘水镇, keyIdFrom: KEY, keySecretFrom: KEY, templates: {sunrise: T1}}}} | ganshui.sms.templates: there is no fact sunrise",
                "senders: {ganshui: {mail: {from: mq@example.cn}}}        | ganshui.mail.from: spring.mail.host is not set",
                "senders: {ganshui: {webPush: {subject: 'mailto:a@b.cn', publicKeyFrom: KEY, privateKeyFrom: KEY}}} | ganshui.webPush.publicKeyFrom: must be 65 bytes",
                "sender: {}                                               | sender"
            })
    void aLineThatCannotBeUsedIsNamedAndNothingStarts(String yaml, String said) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("senders.yml: ")
                .hasMessageContaining(said)
                .hasMessageNotContaining("a-key");
    }

    @Test
    void withoutAFileNobodySends() throws Exception {
        var senders = new FileSenders(
                new NoticeProperties(folder.resolve("none.yml").toString(), null, Duration.ofSeconds(1)),
                new Localities(),
                new MockEnvironment(),
                new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class),
                InstantSource.system(),
                null);
        assertThat(senders.of("ganshui")).isEmpty();
        senders.close();
    }
}
