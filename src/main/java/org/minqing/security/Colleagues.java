package org.minqing.security;

import java.util.List;

/** Who works in a locality. The engine's identity service implements it. */
public interface Colleagues {

    /** @param label name and posts, such as {@code 王网格（二居第一网格 网格员）} */
    record Colleague(String userId, String label) {}

    /** Everybody who holds a post there, in the order of the posts. */
    List<Colleague> of(String locality);
}
