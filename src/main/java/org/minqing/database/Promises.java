package org.minqing.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What node and database were found to be, as far as a promise hangs on it.
 *
 * @param synchronousCommit of the session that acts are written in
 * @param skew              database clock minus node clock
 */
record Promises(
        String fsync,
        String fullPageWrites,
        String synchronousCommit,
        String sessionZone,
        String nodeZone,
        Duration skew) {

    private static final String ZONE = "Asia/Shanghai";
    /** Timers fire by the node's clock: beyond this a limit is watched noticeably late, beyond the other absurdly. */
    private static final Duration TOLERATED = Duration.ofSeconds(2);

    private static final Duration BEARABLE = Duration.ofSeconds(30);
    private static final Set<String> COMMITTED = Set.of("on", "local", "remote_write", "remote_apply");

    /** Why a node must not start, in both languages: which setting, what was found, what is wanted, how to set it. */
    List<String> broken() {
        var all = new ArrayList<String>();
        want(all, "fsync", fsync, "on", "alter system set fsync = on; select pg_reload_conf();");
        want(
                all,
                "full_page_writes",
                fullPageWrites,
                "on",
                "alter system set full_page_writes = on; select pg_reload_conf();");
        if (!COMMITTED.contains(synchronousCommit)) {
            want(
                    all,
                    "synchronous_commit",
                    synchronousCommit,
                    "on",
                    "alter system set synchronous_commit = on; select pg_reload_conf(); "
                            + "and no other in the role, the database or the URL");
        }
        want(
                all,
                "TimeZone",
                sessionZone,
                ZONE,
                "the driver takes it from the node: no TimeZone in the options of the URL");
        want(all, "user.timezone", nodeZone, ZONE, "TZ=" + ZONE);
        if (skew.abs().compareTo(BEARABLE) > 0) {
            want(all, "clock", skew + " apart", "<= " + BEARABLE, "NTP");
        }
        return all;
    }

    /** Whether the clocks are so far apart that the node is not healthy. */
    boolean clocksApart() {
        return skew.abs().compareTo(TOLERATED) > 0;
    }

    private static void want(List<String> all, String setting, String found, String wanted, String how) {
        if (!found.equals(wanted)) {
            all.add("%s 现在是 %s，应为 %s：%s。%1$s is %2$s and must be %3$s; to set it: %4$s"
                    .formatted(setting, found, wanted, how));
        }
    }
}
