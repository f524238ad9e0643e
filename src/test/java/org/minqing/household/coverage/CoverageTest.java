package org.minqing.household.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.household.HouseholdTalk;
import org.minqing.security.StaffDirectory;
import org.minqing.security.StaffMember;
import org.minqing.support.MinqingTest;
import org.minqing.time.Times;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody is missed: what the page of coverage counts is what the lists show, and whoever does not see them learns no more than numbers. */
@MinqingTest
class CoverageTest extends HouseholdTalk {

    private static final String PAGE = LIST + "/coverage";
    private static final Pattern FOUND = Pattern.compile("查到 (\\d+) 户");

    @Autowired
    Coverage coverage;

    @Autowired
    StaffDirectory directory;

    @BeforeEach
    void households() {
        var lately = opened(WORKER, "covering", "shibu-volunteer");
        done(sends(WORKER, lately + "/contact", "contactDay", day(3)));
        var longAgo = opened(WORKER);
        done(sends(WORKER, longAgo + "/contact", "contactDay", day(40)));
        opened(WORKER);
    }

    /** A day so many before today in the town. */
    private String day(int before) {
        return time.instant().atZone(Times.ZONE).toLocalDate().minusDays(before).toString();
    }

    private Coverage.Report of(String person) {
        return coverage.of(member(person));
    }

    private StaffMember member(String person) {
        return directory.account(person).orElseThrow().member();
    }

    private long listed(String person, String query) {
        var found = FOUND.matcher(shown(person, LIST + query));
        assertThat(found.find()).isTrue();
        return Long.parseLong(found.group(1));
    }

    @Test
    void whatIsCountedIsWhatTheListsShow() {
        for (var person : List.of(WORKER, "shibu-secretary-chengxi", "shibu-livelihood")) {
            var report = of(person);
            assertThat(report.seen()).as(person).isTrue();
            assertThat(report.all().households()).as(person).isEqualTo(listed(person, ""));
            assertThat(report.all().waiting()).as(person).isEqualTo(listed(person, "?days=30"));
            assertThat(report.all().uncovered()).as(person).isEqualTo(listed(person, "?uncovered=yes"));
            for (var place : report.places()) {
                assertThat(place.figures().households()).isEqualTo(listed(person, "?unit=" + place.unit()));
                assertThat(place.figures().waiting()).isEqualTo(listed(person, "?days=30&unit=" + place.unit()));
            }
            for (var load : report.workers()) {
                assertThat(load.households()).isEqualTo(listed(person, "?responsible=" + load.person()));
            }
        }
    }

    @Test
    void whoCoversNobodyStandsAmongTheMembersAndWhoCoversSomebodyWithHowMany() {
        var before = covered(of(WORKER), "shibu-volunteer");
        opened(WORKER, "covering", "shibu-volunteer");
        assertThat(covered(of(WORKER), "shibu-volunteer")).isEqualTo(before + 1);
        var elsewhere = of("shibu-grid-02");
        assertThat(elsewhere.members()).isSortedAccordingTo(Comparator.comparing(Load::households));
        assertThat(elsewhere.members()).extracting(Load::person).contains("shibu-volunteer");
    }

    private static long covered(Coverage.Report report, String member) {
        return report.members().stream()
                .filter(load -> load.person().equals(member))
                .mapToLong(Load::households)
                .sum();
    }

    @Test
    void aSupervisorKnowsTheNumbersOfAllAndSeesNoHousehold() {
        var all = of("shibu-livelihood").all();
        for (var person : List.of("shibu-supervisor", "shibu-leader")) {
            var report = of(person);
            assertThat(report.all()).as(person).isEqualTo(all);
            assertThat(report.seen()).as(person).isFalse();
            assertThat(shown(person, PAGE))
                    .contains("砖瓦窑沟第一网格", "少于 5")
                    .doesNotContain("试验巷", "/desk/households?", "/desk/households/0");
            assertThat(page(person, LIST).statusCode()).isEqualTo(404);
            assertThat(shown(person, "/desk")).contains("联系覆盖", "没有联系党员");
        }
    }

    @Test
    void toWhoeverMayKnowOfNoneThereIsNoSuchPage() {
        for (var person : List.of("shibu-dispatcher", "shibu-volunteer", "shibu-auditor", "shibu-caller", "admin")) {
            assertThat(page(person, PAGE).statusCode()).as(person).isEqualTo(404);
        }
        assertThat(shown("ganshui-supervisor", PAGE)).doesNotContain("砖瓦窑沟");
    }

    @Test
    void aHouseholdIsNotCountedForWhoeverIsBarredFromIt() {
        var at = opened(WORKER);
        var before = total("shibu-secretary-chengxi");
        done(sends(WORKER, at + "/bars", "barred", "shibu-secretary-chengxi", "barReason", "亲属"));
        assertThat(total("shibu-secretary-chengxi")).isEqualTo(before - 1);
        assertThat(total(WORKER)).isEqualTo(before);
    }

    /** The first number of the page. */
    private long total(String person) {
        var number = Pattern.compile("<b>(\\d+)</b>").matcher(shown(person, PAGE));
        assertThat(number.find()).isTrue();
        return Long.parseLong(number.group(1));
    }

    @Test
    void theListTakesNothingButATickForThoseWhomNobodyCovers() {
        assertThat(page(WORKER, LIST + "?uncovered=maybe").statusCode()).isEqualTo(400);
    }
}
