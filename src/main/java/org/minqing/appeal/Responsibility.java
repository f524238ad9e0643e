package org.minqing.appeal;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who answers for an appeal: posts, not persons (S3-12).
 *
 * @param unit         the unit that holds the leading post
 * @param post         the leading post
 * @param assistPosts  posts that help
 * @param respondPosts posts that may make the first response
 * @param dangerPosts  posts that set out at the same moment as these because somebody is in danger; empty if nobody is
 */
public record Responsibility(
        String unit, String post, List<String> assistPosts, List<String> respondPosts, List<String> dangerPosts) {

    /** A list of posts as a decision table writes it, such as {@code "grid-worker,branch-secretary"}. */
    public static List<String> posts(String commaSeparated) {
        return Stream.of(commaSeparated.split(","))
                .map(String::trim)
                .filter(post -> !post.isEmpty())
                .toList();
    }
}
