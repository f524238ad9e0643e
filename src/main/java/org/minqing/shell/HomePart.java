package org.minqing.shell;

import java.util.Map;
import org.minqing.security.StaffMember;

/** A part of somebody's first page. Each capability brings its own; the page puts them in order. */
public interface HomePart {

    /** From the top of the page down: what cannot wait, then what he is there for, then the way to everything else. */
    enum Rank {
        WARNING,
        REGISTER,
        SUPERVISE,
        AUDIT,
        ADMINISTER,
        TASKS,
        HOUSEHOLDS,
        ROSTER,
        KEPT,
        MAP,
        PICTURES,
        MORE
    }

    Rank rank();

    /** Its template, whose fragment {@code part} is shown. */
    String template();

    boolean concerns(StaffMember person);

    /** What the template reads; names of no other part among them. */
    Map<String, Object> model(StaffMember person);
}
