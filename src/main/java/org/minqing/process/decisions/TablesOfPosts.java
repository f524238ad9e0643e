package org.minqing.process.decisions;

import java.util.List;

/** Where the decision tables name posts. */
final class TablesOfPosts {

    static final List<String> TABLES = List.of(
            "appealType",
            "responsibleUnit",
            "handlingTier",
            "escalationPath",
            "limitChange",
            "judgementChange",
            "outcome",
            "planFollowUp",
            "reviewLimits",
            "notices");

    static final List<String> COLUMNS = List.of(
            "post", "leadPost", "assistPosts", "respondPosts", "answerPosts", "dangerPosts", "reviewPosts", "tell");

    private TablesOfPosts() {}
}
