package org.minqing.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LocalityTest {

    private final Locality hill = new Localities("classpath*:organisation/sound").get("hill");

    @Test
    void theNearestUnitOnTheWayUpDoesTheWork() {
        assertThat(groups("secretary", "hill-east-2")).containsExactly("hill-east-secretary");
        assertThat(groups("grid-worker", "hill-east-2")).containsExactly("hill-east-2-grid-worker");
    }

    @Test
    void anOfficeWorksForEveryUnit() {
        assertThat(hill.areas())
                .allSatisfy(area -> assertThat(groups("roads", area.code())).containsExactly("hill-works-roads"));
    }

    @Test
    void aVillageFindsItsOwnGridsBeforeThoseOfItsNeighbours() {
        assertThat(groups("grid-worker", "hill-east"))
                .containsExactly("hill-east-1-grid-worker", "hill-east-2-grid-worker");
        assertThat(groups("grid-worker", "hill")).hasSize(3);
    }

    @Test
    void aPostThatNobodyHoldsFindsNobody() {
        assertThat(hill.holdersOf("bridges", "hill-east-1")).isEmpty();
    }

    @Test
    void theWorkOfAPostThatIsNotThereIsDoneByTheOneThatStandsForIt() {
        assertThat(hill.postFor("ferries")).isEqualTo("roads");
        assertThat(hill.postFor("roads")).isEqualTo("roads");
        assertThat(groups("ferries", "hill-east-1")).containsExactly("hill-works-roads");
        assertThat(hill.missing(List.of("ferries", "bridges"))).containsExactly("bridges");
    }

    @Test
    void anUnknownUnitIsAMistakeOfTheCaller() {
        assertThatIllegalArgumentException().isThrownBy(() -> hill.lineOf("river-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> hill.holdersOf("roads", null));
    }

    @Test
    void theLineRunsFromTheUnitToTheRoot() {
        assertThat(hill.lineOf("hill-west-1")).extracting(Unit::name).containsExactly("西村第一网格", "西村", "山口镇");
        assertThat(hill.root().parent()).isNull();
    }

    @Test
    void aUnitIsWithinItselfAndAllAboveIt() {
        assertThat(hill.isWithin("hill-west-1", "hill-west-1")).isTrue();
        assertThat(hill.isWithin("hill-west-1", "hill")).isTrue();
        assertThat(hill.isWithin("hill-west-1", "hill-east")).isFalse();
        assertThat(hill.isWithin("hill-west", "hill-west-1")).isFalse();
        assertThat(hill.isWithin("river-1", "hill")).isFalse();
        assertThat(hill.isWithin(null, "hill")).isFalse();
    }

    @Test
    void aPostIsMissingIfWorkForItWouldLieWithNobody() {
        assertThat(hill.missing(List.of("bridges", "roads", "secretary", "grid-worker", "bridges")))
                .containsExactly("bridges");
    }

    @Test
    void aPostThatOnlyANeighbourHoldsIsMissing() {
        assertThat(groups("clerk", "hill-east-1")).containsExactly("hill-west-clerk");
        assertThat(hill.missing(List.of("clerk"))).containsExactly("clerk");
    }

    @Test
    void aHoldingIsLabelledForPeopleAndGroupedForTheEngine() {
        Holding roads = hill.holdersOf("roads", "hill").get(0);
        assertThat(roads.label()).isEqualTo("建设办公室道路岗");
        assertThat(hill.holdings()).hasSize(7).contains(roads);
    }

    @Test
    void thePersonIsKnownToTheEngineByLocalityAndShortName() {
        assertThat(hill.people()).singleElement().satisfies(person -> {
            assertThat(person.user()).isEqualTo("hill-grid-01");
            assertThat(person.memberships()).extracting(Holding::group).containsExactly("hill-east-1-grid-worker");
        });
    }

    @Test
    void onlyTheListedTiersWaitForTheDispatcher() {
        assertThat(hill.dispatcherConfirms("departmentAssist")).isTrue();
        assertThat(hill.dispatcherConfirms("branchDirect")).isFalse();
        assertThat(hill.dispatcherConfirms(null)).isFalse();
    }

    @Test
    void nobodyLivesInAnOffice() {
        assertThat(hill.areas())
                .extracting(Unit::code)
                .doesNotContain("hill-works")
                .hasSize(6);
    }

    private List<String> groups(String post, String fromUnit) {
        return hill.holdersOf(post, fromUnit).stream().map(Holding::group).toList();
    }
}
