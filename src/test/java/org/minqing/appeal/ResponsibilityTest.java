package org.minqing.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResponsibilityTest {

    @Test
    void aCellOfADecisionTableIsAListOfPosts() {
        assertThat(Responsibility.posts("grid-worker, branch-secretary"))
                .containsExactly("grid-worker", "branch-secretary");
    }

    @Test
    void anEmptyCellNamesNobody() {
        assertThat(Responsibility.posts("")).isEmpty();
    }
}
