package org.minqing.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who does the work of a post when those who hold it may not. */
class StandInsTest {

    private final Localities localities = new Localities();
    private final Locality matou = localities.get("matou");
    private final Map<String, Set<String>> people = new HashMap<>();
    private final StandIns standIns =
            new StandIns(localities, holding -> people.getOrDefault(holding.group(), Set.of()));

    StandInsTest() {
        hold("matou-township-leader", "leader");
        hold("matou-general-office-supervisor", "supervisor");
        hold("matou-rule-of-law-petition-office", "petitions");
        hold("matou-qianjin-branch-secretary", "secretary");
        hold("matou-qianjin-1-01-grid-worker", "grid");
        hold("matou-agriculture-agriculture", "farmer");
        hold("matou-command-dispatcher", "dispatcher", "deputy");
    }

    @Test
    void whileNobodyIsExcludedThePostKeepsItsWorkFilledOrNot() {
        assertThat(who("township-leader", "matou")).containsExactly("matou-township-leader");
        assertThat(who("justice", "matou-qianjin-1-01")).containsExactly("matou-rule-of-law-justice");
        assertThat(who("justice", "matou-qianjin-1-01", "leader"))
                .as("none of those who may not is in it")
                .containsExactly("matou-rule-of-law-justice");
    }

    @Test
    void aPostWithSomebodyElseInItKeepsItsWork() {
        assertThat(who("dispatcher", "matou", "dispatcher")).containsExactly("matou-command-dispatcher");
    }

    @Test
    void theOnlyHolderIsFollowedByTheFirstPostOfTheListInWhichSomebodyIsLeft() {
        assertThat(who("township-leader", "matou", "leader")).containsExactly("matou-general-office-supervisor");
        assertThat(who("township-leader", "matou", "leader", "supervisor"))
                .containsExactly("matou-rule-of-law-petition-office");
        assertThat(who("dispatcher", "matou", "dispatcher", "deputy"))
                .containsExactly("matou-general-office-supervisor");
    }

    @Test
    void aPostThatNobodyFillsStandsInForNobody() {
        // The list says the committee and the secretary first; nobody sits on the committee.
        assertThat(who("grid-worker", "matou-qianjin-1-01", "grid")).containsExactly("matou-qianjin-branch-secretary");
        assertThat(who("agriculture", "matou-qianjin-1-01", "farmer"))
                .as("a post without a list of its own")
                .containsExactly("matou-rule-of-law-petition-office");
    }

    @Test
    void nobodyIsLeftOnlyIfEveryListIsUsedUp() {
        assertThat(who(
                        "township-leader",
                        "matou",
                        "leader",
                        "supervisor",
                        "petitions",
                        "secretary",
                        "dispatcher",
                        "deputy"))
                .isEmpty();
    }

    @Test
    void theUnitAboveThatHoldsThePostIsAskedBeforeAnotherPost() {
        var lake = new Localities("classpath*:organisation/levels").get("lake");
        hold("lake-secretary", "above");
        hold("lake-south-secretary", "below");
        assertThat(standIns.holders(lake, "secretary", "lake-south", List.of("below")))
                .extracting(Holding::group)
                .containsExactly("lake-secretary");
    }

    @Test
    void everyPostOfEveryLocalityHasAStandInFromAnotherPost() {
        for (var locality : localities.all()) {
            for (var post : locality.posts()) {
                assertThat(standIns.holders(
                                locality,
                                post.code(),
                                locality.root().code(),
                                holding -> !holding.post().equals(post)))
                        .as(locality + " " + post.code())
                        .isNotEmpty();
            }
        }
    }

    private void hold(String group, String... who) {
        people.put(group, Set.of(who));
    }

    private List<String> who(String post, String unit, String... excluded) {
        return standIns.holders(matou, post, unit, Arrays.asList(excluded)).stream()
                .map(Holding::group)
                .toList();
    }
}
