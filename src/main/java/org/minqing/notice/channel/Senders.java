package org.minqing.notice.channel;

import java.util.Optional;
import java.util.Set;

/** Who sends for which locality. */
public interface Senders {

    /** Empty if that locality has not set it up. */
    Optional<Sender> find(String locality, Channel channel);

    /** The channels that reach somebody outside. */
    Set<Channel> of(String locality);
}
