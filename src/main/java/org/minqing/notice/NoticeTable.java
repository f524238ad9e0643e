package org.minqing.notice;

import java.util.List;

/** Asks {@code notices.dmn}, the locality's own where it has one. */
public interface NoticeTable {

    /** @param urgency code; empty while nobody has judged it */
    List<NoticeRule> of(String locality, Fact fact, String urgency);
}
