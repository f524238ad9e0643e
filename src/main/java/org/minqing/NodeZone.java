package org.minqing;

import java.util.TimeZone;

/**
 * The zone of this node. A machine that says nothing gets ours; one that was told another zone, by {@code TZ} or by
 * {@code -Duser.timezone}, was told so by somebody, and does not start: programs beside this one would write other times.
 */
final class NodeZone {

    private NodeZone() {}

    /** To be called before anything asks for the zone, for then the JVM itself fills in {@code user.timezone}. */
    static void set() {
        require(System.getProperty("user.timezone"), System.getenv("TZ"));
        // The engine keeps its times in columns without a zone, written in the zone of the JVM: nodes must agree.
        TimeZone.setDefault(TimeZone.getTimeZone(MinqingApplication.ZONE));
    }

    /** @throws IllegalStateException if the one that counts, the property before the variable, names another zone */
    static void require(String property, String variable) {
        var byProperty = property != null && !property.isBlank();
        var told = byProperty ? property : variable == null ? "" : variable.replaceFirst("^:", "");
        if (!told.isBlank() && !told.equals(MinqingApplication.ZONE)) {
            var setting = byProperty ? "-Duser.timezone" : "TZ";
            throw new IllegalStateException("本节点的时区 " + setting + " 是 " + told + "，必须是 " + MinqingApplication.ZONE
                    + "：请改正或去掉这个设置。The time zone of this node, " + setting + ", is " + told + " and must be "
                    + MinqingApplication.ZONE + ": correct that setting or remove it.");
        }
    }
}
