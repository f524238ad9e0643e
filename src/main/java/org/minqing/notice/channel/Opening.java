package org.minqing.notice.channel;

import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import org.minqing.notice.push.Browsers;
import org.springframework.mail.javamail.JavaMailSender;

/** Makes the sender of a channel from what the file says, and looks whether its address may be asked at all. */
record Opening(Outgoing http, Networks networks, InstantSource clock, JavaMailSender mail, Browsers browsers) {

    Sender open(Channel channel, Settings settings) {
        return switch (channel) {
            case MAIL -> new Mail(settings, mail);
            case SMS -> new AliyunSms(checked(settings, "service"), http, clock);
            case PUSH -> new WebPush(new VapidKey(settings), http, clock, browsers);
            case WECHAT -> new WeChat(checked(settings, "service"), http, clock);
            case WECOM -> new WeCom(checked(settings, "service"), http);
            case DINGTALK -> new DingTalk(checked(settings, "service"), http, clock);
            case WEBHOOK -> new Webhook(checked(settings, "url"), http, clock);
            case DESK -> throw settings.wrong("", "pages need no sender");
        };
    }

    /** A name that cannot be resolved at this moment is looked at when it is asked. */
    private Settings checked(Settings settings, String key) {
        settings.peek(key).map(URI::create).map(URI::getHost).ifPresent(host -> {
            try {
                networks.resolve(host);
            } catch (Networks.Forbidden e) {
                throw settings.wrong(key, e.getMessage());
            } catch (UnknownHostException e) {
                // Said with each attempt.
            }
        });
        return settings;
    }
}
