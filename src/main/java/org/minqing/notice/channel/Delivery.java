package org.minqing.notice.channel;

import java.time.Duration;

/** What became of one attempt to send. Reasons are words of ours or codes of the service, never what it answered at length. */
public sealed interface Delivery {

    String reason();

    /** The service has it. */
    record Taken() implements Delivery {
        @Override
        public String reason() {
            return "";
        }
    }

    /**
     * It does not have it, and may take it later.
     *
     * @param after not before that; null if the service did not say
     */
    record Later(String reason, Duration after) implements Delivery {}

    /** It will never take it. */
    record Refused(String reason) implements Delivery {}

    /** It may have it: a service that does not know its own repetitions must be asked before it is sent again. */
    record Unsure(String reason) implements Delivery {}
}
