package org.minqing.notice.channel;

/** Sends through one service, as one locality has set it up. */
public interface Sender {

    /**
     * Never throws for what a service does.
     *
     * @param address whose it is: a mail address, a telephone number, an identity there; null where the service has one receiver
     */
    Delivery send(Message message, String address);

    /**
     * Whether a message that may have arrived did; for services that do not know their own repetitions.
     *
     * @return {@link Delivery.Taken}, {@link Delivery.Later} if it did not, or {@link Delivery.Unsure}
     */
    default Delivery ask(Message message, String address) {
        return new Delivery.Later("notKnown", null);
    }

    /** What a receiver must know of us before he lets us reach him, in Base64 for addresses; empty where that is nothing. */
    default String publicKey() {
        return "";
    }
}
