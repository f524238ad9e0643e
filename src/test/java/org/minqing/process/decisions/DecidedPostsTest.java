package org.minqing.process.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DecidedPostsTest {

    private static final Map<String, String> GAS = Map.of(
            "post", "property-services",
            "assistPosts", "housing-construction",
            "dangerPosts", "property-services,emergency-management");

    @Test
    void whoeverKnowsTheMatterHelpsWhereTheRungLeads() {
        var posts = DecidedPosts.of("branch-secretary", "grid-worker,branch-secretary", GAS::get);
        assertThat(posts.lead()).isEqualTo("branch-secretary");
        assertThat(posts.assist()).containsExactly("property-services", "housing-construction");
    }

    @Test
    void whoeverKnowsTheMatterLeadsWhereTheRungNamesNobody() {
        var posts = DecidedPosts.of("", "grid-worker", GAS::get);
        assertThat(posts.lead()).isEqualTo("property-services");
        assertThat(posts.assist()).containsExactly("housing-construction");
        assertThat(posts.respond()).containsExactly("grid-worker");
        assertThat(posts.danger()).containsExactly("property-services", "emergency-management");
    }

    @Test
    void nobodyHelpsHimself() {
        var posts = DecidedPosts.of("housing-construction", "grid-worker", GAS::get);
        assertThat(posts.assist()).containsExactly("property-services");
        var here = posts.here(post -> post.equals("property-services") ? "housing-construction" : post);
        assertThat(here.lead()).isEqualTo("housing-construction");
        assertThat(here.assist()).isEmpty();
        assertThat(here.danger()).containsExactly("housing-construction", "emergency-management");
    }
}
