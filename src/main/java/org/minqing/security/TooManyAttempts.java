package org.minqing.security;

import java.time.Duration;
import org.minqing.time.Spans;
import org.springframework.security.core.AuthenticationException;

/** Wrong passwords came so often that none is looked at for a while. It says nothing about whether there is such a person. */
public class TooManyAttempts extends AuthenticationException {

    private final transient Duration wait;

    public TooManyAttempts(Duration wait) {
        super("Too many attempts");
        this.wait = wait;
    }

    /** How long to wait from now on, the last second begun. */
    public long seconds() {
        return Spans.begun(wait).toSeconds();
    }

    /** The same for his eyes, such as {@code 8 秒} or {@code 5 分钟}. */
    String inWords() {
        return Spans.whole(Spans.begun(wait));
    }
}
