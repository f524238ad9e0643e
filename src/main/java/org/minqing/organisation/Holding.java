package org.minqing.organisation;

/** A post in the hands of a unit: where work lies until a person takes it. */
public record Holding(Unit unit, Post post) {

    /** Id of the engine's group for it. */
    public String group() {
        return group(unit.code(), post.code());
    }

    /** What people read, such as 综合行政执法办公室城市管理岗. */
    public String label() {
        return unit.name() + post.name();
    }

    /** Id of the group for a post of a unit, whether there is one or not. */
    public static String group(String unit, String post) {
        return unit + "-" + post;
    }
}
