package org.minqing.notice;

import java.util.Optional;
import org.minqing.notice.channel.Channel;
import org.minqing.notice.outbox.Letters;
import org.minqing.notice.push.Browsers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where somebody is reached, read at the moment that it is needed and kept nowhere else. */
@Component
class Addresses {

    private final JdbcClient jdbc;

    private final Browsers browsers;

    Addresses(JdbcClient jdbc, Browsers browsers) {
        this.jdbc = jdbc;
        this.browsers = browsers;
    }

    /** Empty if there is no way to him by that channel. */
    Optional<String> of(Letters.About about, Channel channel) {
        var receiver = about.receiver();
        return switch (channel) {
            case MAIL -> own(receiver, "mail");
            case SMS -> receiver.equals(NoticeRule.RESIDENT) ? residents(about.appeal()) : own(receiver, "phone");
            // He may have several: whoever sends looks for them by his name.
            case PUSH -> Optional.of(receiver).filter(person -> browsers.any(person, about.locality()));
            case DESK -> Optional.of(receiver);
            default -> Optional.empty();
        };
    }

    private Optional<String> own(String person, String column) {
        return jdbc.sql("select " + column + " from notice_setting where person = ? and " + column + " is not null")
                .param(person)
                .query(String.class)
                .optional();
    }

    /** Only what a short message reaches: a mobile number of the mainland. */
    private Optional<String> residents(String appeal) {
        return jdbc.sql("select translate(phone, ' -', '') from appeal_contact where appeal = ? and phone is not null")
                .param(appeal)
                .query(String.class)
                .optional()
                .filter(phone -> phone.matches("(\\+?86)?1[3-9][0-9]{9}"));
    }
}
