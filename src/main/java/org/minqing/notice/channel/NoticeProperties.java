package org.minqing.notice.channel;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How notices leave this node.
 *
 * @param sendersFile  who sends for which locality; need not be there
 * @param openNetworks networks of our own that a service may stand in, such as {@code 10.1.2.0/24}
 * @param patience     how long one request may take as a whole
 */
@ConfigurationProperties("minqing.notices")
record NoticeProperties(String sendersFile, List<String> openNetworks, Duration patience) {

    NoticeProperties {
        openNetworks = openNetworks == null ? List.of() : List.copyOf(openNetworks);
    }
}
