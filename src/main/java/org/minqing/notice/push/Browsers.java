package org.minqing.notice.push;

import java.time.Duration;
import java.util.List;

/** The browsers of staff that let themselves be told, as whoever sends sees them. */
public interface Browsers {

    boolean any(String person, String locality);

    /** Those of somebody that know us by this key, for another they would refuse, and whose services may be asked. */
    List<Browser> of(String person, String key);

    /** How long a service keeps what it could not deliver. */
    Duration kept();

    /** Its service says that it is there no more. */
    void gone(long id);
}
