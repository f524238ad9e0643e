package org.minqing.notice.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.minqing.people.PeopleTalk;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.springframework.beans.factory.annotation.Autowired;

/** A page that stays open hears nothing more once its reader's account is closed. */
@MinqingTest
class ClosedStreamTest extends PeopleTalk {

    @Autowired
    private LivePages pages;

    private EventStream stream() throws Exception {
        opened(who, "赵网格", GRID);
        return EventStream.of(api, Session.of(api, who, PASSWORD).cookie());
    }

    @Test
    void atThisNodeAtOnce() throws Exception {
        try (var stream = stream()) {
            assertThat(closed(who).statusCode()).isEqualTo(303);
            assertThat(stream.all()).endsWith("event:ended\ndata:\n\n");
        }
    }

    /** Another node learns of it with its next beat, however fresh what it remembers of him is. */
    @Test
    void atAnotherNodeWithTheNextBeat() throws Exception {
        try (var stream = stream()) {
            pages.beat();
            jdbc.sql(
                            "insert into closed_account (person, closed_by, closed_at, reason, posts) values (?, 'admin', now(), '调离', '{}')")
                    .param(who)
                    .update();
            pages.beat();
            assertThat(stream.all()).contains("event:ended");
        }
    }
}
