package org.minqing.access;

import java.time.Instant;
import java.util.List;

/**
 * Who was given a post, or lost one, by whom: whoever may hand out posts comes by contact data through one. The engine's own
 * log implements it.
 */
public interface PostChanges {

    /**
     * @param by     user id of whoever did it
     * @param person user id of whose post it is
     * @param post   as people read it
     * @param given  false if it was taken away
     */
    record PostChange(Instant at, String by, String person, String post, boolean given) {}

    /** What concerns the posts of a locality, and who administers all of them; newest first. */
    List<PostChange> newest(String locality, int most);
}
