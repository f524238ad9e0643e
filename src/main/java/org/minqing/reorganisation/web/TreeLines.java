package org.minqing.reorganisation.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.minqing.organisation.OrganisationDraft;
import org.minqing.organisation.OrganisationDraft.Entry;
import org.minqing.organisation.OrganisationDraft.Level;
import org.minqing.organisation.Post;

/** Writes trees out, and what is different in one. */
final class TreeLines {

    private TreeLines() {}

    /** In the order of the tree; what is different from {@code before} is marked. */
    static List<UnitLine> of(OrganisationDraft tree, OrganisationDraft before) {
        var levels = tree.levels().stream().collect(Collectors.toMap(Level::code, Level::name));
        var posts = tree.posts().stream().collect(Collectors.toMap(Post::code, Post::name));
        return tree.entries().stream()
                .map(entry -> new UnitLine(
                        entry.code(),
                        entry.name(),
                        levels.getOrDefault(entry.level(), entry.level()),
                        entry.depth(),
                        names(entry, posts),
                        change(entry, before)))
                .toList();
    }

    private static String names(Entry entry, Map<String, String> posts) {
        return entry.posts().stream()
                .map(post -> posts.getOrDefault(post, post))
                .collect(Collectors.joining("、"));
    }

    private static String change(Entry entry, OrganisationDraft before) {
        return before.entry(entry.code())
                .map(old -> old.equals(entry) ? "" : "改动")
                .orElse("新增");
    }

    /** Names of the units that are in {@code before} and gone from the tree. */
    static List<String> gone(OrganisationDraft tree, OrganisationDraft before) {
        return before.entries().stream()
                .filter(entry -> tree.entry(entry.code()).isEmpty())
                .map(Entry::name)
                .toList();
    }
}
