package org.minqing.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.minqing.problem.Refusal;

class LocalitiesTest {

    private static final Localities LOCALITIES = new Localities();

    private static final List<String> POSTS_OF_EVERY_LOCALITY = List.of(
            "grid-worker",
            "branch-secretary",
            "party-member",
            "village-committee",
            "dispatcher",
            "call-back",
            "supervisor",
            "registrar",
            "auditor",
            "township-leader",
            "city-management",
            "property-services",
            "housing-construction",
            "social-security",
            "agriculture",
            "civil-affairs",
            "justice",
            "emergency-management",
            "petition-office",
            "public-health");

    static List<Locality> all() {
        return LOCALITIES.all();
    }

    @Test
    void fiveLocalitiesShipSortedByCode() {
        assertThat(all()).extracting(Locality::code).contains("ganshui", "matou", "shibu", "xinanjie", "zhangjiashan");
        assertThat(all()).extracting(Locality::numberPrefix).contains("GS", "MT", "SB", "XN", "ZJ");
    }

    @Test
    void anUnknownLocalityIsNotFound() {
        assertThat(LOCALITIES.find("nowhere")).isEmpty();
        assertThat(LOCALITIES.find(null)).isEmpty();
        assertThatThrownBy(() -> LOCALITIES.get("nowhere")).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({"shibu, 4", "matou, 5", "xinanjie, 5", "ganshui, 3", "zhangjiashan, 4"})
    void theTreeIsAsDeepAsThePlaceItDescribes(String code, int depth) {
        var locality = LOCALITIES.get(code);
        assertThat(locality.areas().stream()
                        .mapToInt(u -> locality.lineOf(u.code()).size())
                        .max())
                .hasValue(depth);
        assertThat(locality.areas().stream().map(Unit::level).distinct()).hasSize(depth);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPostIsResolvableFromEverySmallestArea(Locality locality) {
        assertThat(locality.missing(POSTS_OF_EVERY_LOCALITY)).isEmpty();
    }

    @Test
    void onlyTheStreetHasAStreetDispatch() {
        assertThat(all())
                .filteredOn(
                        locality -> locality.missing(List.of("street-dispatch")).isEmpty())
                .extracting(Locality::code)
                .containsExactly("zhangjiashan");
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPostIsFilledByADemonstrationPerson(Locality locality) {
        assertThat(locality.holdings()).isSubsetOf(memberships(locality).toList());
        assertThat(locality.people()).filteredOn(p -> holds(p, "call-back")).hasSize(2);
        assertThat(locality.people()).filteredOn(p -> holds(p, "grid-worker")).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void whoeverFollowsUpHandlesNothing(Locality locality) {
        assertThat(locality.people())
                .filteredOn(person ->
                        roles(person).contains(Role.CALL_BACK) || roles(person).contains(Role.AUDITOR))
                .allSatisfy(person -> assertThat(roles(person)).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachPhaseIsCalledByTheWordOfThePlace(Locality locality) {
        assertThat(locality.phases().keySet()).containsExactlyElementsOf(Locality.PHASES);
        assertThat(locality.phases().values())
                .doesNotHaveDuplicates()
                .allSatisfy(label -> assertThat(label).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aResidentCanAlwaysCallOrWriteOnline(Locality locality) {
        assertThat(locality.channels()).extracting(Channel::code).contains("phone", "online");
        assertThat(locality.deskPhone()).matches("0\\d{2,3}-0{3,4}-\\d{4}");
    }

    @Test
    void aChannelHasTheSameNameEverywhere() {
        var names = all().stream()
                .flatMap(locality -> locality.channels().stream())
                .distinct()
                .collect(Collectors.groupingBy(Channel::code));
        assertThat(names.values()).allSatisfy(spellings -> assertThat(spellings).hasSize(1));
    }

    @Test
    void aPostHasTheSameNameAndRoleEverywhere() {
        var posts = all().stream()
                .flatMap(locality -> locality.posts().stream())
                .distinct()
                .collect(Collectors.groupingBy(Post::code));
        assertThat(posts.values()).allSatisfy(spellings -> assertThat(spellings).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "ganshui, wechat-group, ganshui-shuanglong-01, agriculture, 农业服务中心农业水利岗",
        "ganshui, wechat-group, ganshui-erju-01, city-management, 综合行政执法办公室城市管理岗",
        "ganshui, wish-wall, ganshui-tieshiya-01, party-member, 铁石垭村党员志愿者",
        "zhangjiashan, home-visit, zhangjiashan-qiaotou-1-01, village-committee, 桥头村村（居）两委",
        "zhangjiashan, phone, zhangjiashan-tangbian-1, party-member, 塘边村党员志愿者",
        "xinanjie, patrol, xinanjie-1-02-a-3, property-services, 环境物业组物业服务岗",
        "xinanjie, patrol, xinanjie-1-02-a-3, grid-worker, 第二网格网格员",
        "xinanjie, grid-meeting, xinanjie-2-03, housing-construction, 环境物业组住房和建设岗",
        "xinanjie, talk-corner, xinanjie-1-01, branch-secretary, 第一片区支部书记",
        "shibu, record-book, shibu-chengxi-1-01, housing-construction, 住建和城市管理办公室住房和建设岗",
        "shibu, phone, shibu-jijiahe-02, branch-secretary, 吉家河村支部书记",
        "shibu, household-map, shibu-chengxi-2-01, grid-worker, 小广场网格网格员",
        "matou, patrol, matou-xinhe-1-01-b, grid-worker, 新河村第一网格网格员",
    })
    void everyStoryFindsItsChannelAndItsHandler(String code, String channel, String unit, String post, String handler) {
        var locality = LOCALITIES.get(code);
        assertThat(locality.channel(channel)).isPresent();
        assertThat(locality.holdersOf(post, unit)).extracting(Holding::label).containsExactly(handler);
    }

    @ParameterizedTest
    @CsvSource({"ganshui, true", "matou, false", "shibu, false", "xinanjie, false", "zhangjiashan, false"})
    void onlyGanshuiLetsItsCommandCentreConfirmDepartments(String code, boolean confirms) {
        assertThat(LOCALITIES.get(code).dispatcherConfirms("departmentAssist")).isEqualTo(confirms);
    }

    private static Stream<Holding> memberships(Locality locality) {
        return locality.people().stream().flatMap(person -> person.memberships().stream());
    }

    private static boolean holds(Person person, String post) {
        return person.memberships().stream().anyMatch(m -> m.post().code().equals(post));
    }

    private static List<Role> roles(Person person) {
        return person.memberships().stream()
                .map(m -> m.post().role())
                .distinct()
                .toList();
    }
}
