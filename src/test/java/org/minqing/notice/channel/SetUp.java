package org.minqing.notice.channel;

import java.util.Map;
import org.springframework.test.util.ReflectionTestUtils;

/** Channels of a locality for one test: the program reads its file once, and tests share one program. */
public final class SetUp implements AutoCloseable {

    private final Map<String, Map<Channel, Sender>> byLocality;
    private final String locality;

    @SuppressWarnings("unchecked")
    public SetUp(Senders senders, String locality, Map<Channel, Sender> channels) {
        byLocality = (Map<String, Map<Channel, Sender>>) ReflectionTestUtils.getField(senders, "byLocality");
        this.locality = locality;
        byLocality.put(locality, channels);
    }

    /** One that takes everything and has that key. */
    public static Sender taking(String key) {
        return new Sender() {
            @Override
            public Delivery send(Message message, String address) {
                return new Delivery.Taken();
            }

            @Override
            public String publicKey() {
                return key;
            }
        };
    }

    @Override
    public void close() {
        byLocality.remove(locality);
    }
}
