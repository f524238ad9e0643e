package org.minqing.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minqing.duties.ManyPosts.PERSON;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minqing.appeal.Timeline;
import org.minqing.organisation.Localities;
import org.minqing.organisation.StandIns;
import org.minqing.problem.Refusal;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealReview;
import org.minqing.process.duties.TaskDuties;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Each row of separation.yml holds for whoever did what it names, by that row alone, and for nobody else. */
@MinqingTest
class SeparationMatrixTest extends AppealRules {

    private static final String ANOTHER = "ganshui-auditor";

    @Autowired
    SeparationTable table;

    @Autowired
    Duties duties;

    @Autowired
    Localities localities;

    @Autowired
    StandIns standIns;

    @Autowired
    Timeline timeline;

    @Autowired
    WorkInHand inHand;

    @Autowired
    List<Asked> asked;

    private ManyPosts many;

    record Pair(Exclusion row, Duty after) {

        @Override
        public String toString() {
            return row.duty().label() + " after " + after.label() + " ("
                    + row.within().code() + ")";
        }
    }

    static Stream<Pair> pairs() {
        return new SeparationTable()
                .exclusions().stream()
                        .flatMap(row -> row.after().stream().map(after -> new Pair(row, after)))
                        .filter(pair -> done(pair.after()));
    }

    /** What no task is and nobody asks for, nobody has done yet. */
    private static boolean done(Duty duty) {
        return TaskDuties.all().contains(duty) || duty == Duty.REQUESTING || duty == Duty.CORRECTING;
    }

    @BeforeEach
    void somebodyHoldsNearlyEveryPost() {
        many = new ManyPosts(this);
    }

    @AfterEach
    void heLeaves() {
        many.leave();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whoDidOneMayNotDoTheOtherBecauseOfThatRowAlone(Pair pair) {
        var number = story(pair).number();
        var duty = pair.row().duty();

        assertThat(duties.bar(number, PERSON, duty)).contains(row(pair));
        assertThatThrownBy(() -> duties.require(number, PERSON, duty))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(refused.zh()).isEqualTo(pair.row().zh() + "。");
                    assertThat(refused.en()).isEqualTo(pair.row().en() + ".");
                });
        assertThat(duties.bar(number, ANOTHER, duty)).isEmpty();
        assertThat(new Duties(table.without(row(pair)), timeline, inHand, asked).bar(number, PERSON, duty))
                .as("without its row nothing keeps him from it")
                .isEmpty();
    }

    @Test
    void whatSomebodyDidInOneAppealDoesNotFollowHimToAnother() {
        many.responds(anAppeal().submitted());
        var other = anAppeal().submitted().respondedBy("grid-01").claimedBy("secretary-erju");
        assertThat(Duty.values())
                .allSatisfy(duty ->
                        assertThat(duties.bar(other.number(), PERSON, duty)).isEmpty());
    }

    @Test
    void aLocalityInWhichADutyWouldBeLeftWithNobodyDoesNotStart() {
        var table = SeparationTableTest.table("""
                exclusions:
                  - duty: callingBack
                    after: [handling, dispatching, supervising]
                    within: ever
                    zh: 不能回访
                    en: No
                    source: D10
                """);
        assertThatThrownBy(() -> new StandInsForDuties(table, localities, standIns))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nobody stands in for the post call-back (回访员)");
    }

    /** That of the running program: another copy of the table has rows of its own. */
    private Exclusion row(Pair pair) {
        return table.of(pair.row().duty()).stream()
                .filter(row -> row.after().contains(pair.after()))
                .findFirst()
                .orElseThrow();
    }

    private AppealCase story(Pair pair) {
        var holds = pair.row().within() == Within.NOW || pair.row().within() == Within.NOW_OR_BEFORE;
        return switch (pair.after()) {
            case NAMING -> many.claims(anAppeal().about("petition").submitted(), AppealHandling.NAME_SUBJECT);
            case DISPATCHING -> {
                var unplaced = anAppeal().thatIs("safetyRisk").somewhere().submitted();
                yield holds
                        ? many.claims(unplaced, AppealHandling.REROUTE)
                        : many.does(
                                unplaced,
                                "rerouteAppeal",
                                "{\"action\":\"reroute\",\"respondUnit\":\"ganshui-erju-01\",\"note\":\"改派\"}");
            }
            case HANDLING ->
                holds
                        ? many.claims(anAppeal().submitted(), AppealHandling.RESPOND)
                        : many.responds(anAppeal().submitted());
            case CO_HANDLING ->
                many.isAsked(
                        anAppeal()
                                .about("land")
                                .submitted()
                                .respondedBy("grid-01")
                                .dispatchedBy("dispatcher", "housing-construction"),
                        !holds);
            case SETTLING ->
                holds
                        ? many.claims(disputed(), AppealHandling.SETTLE_REMIT)
                        : many.does(
                                disputed(),
                                "settleRemit",
                                "{\"holder\":\"ganshui-construction-housing-construction\",\"settlementReason\":\"按部门职责分工第五条确定\"}");
            case REVIEWING ->
                many.does(
                        anAppeal()
                                .submitted()
                                .respondedBy("grid-01")
                                .endedBy(
                                        "secretary-erju",
                                        "\"outcome\":\"explained\",\"evidenceKind\":\"document\",\"evidence\":\"区里批复第9号，存村委会\"")
                                .rated(DISSATISFIED),
                        "reviewDissatisfied",
                        "{\"action\":\"close\",\"opinion\":\"已经说明\"}");
            case CHECKING ->
                many.does(
                        anAppeal().submitted().calledBy("grid-01").denied(),
                        "checkContact",
                        "{\"action\":\"made\",\"basis\":\"通话记录相符\"}");
            case CALLING_BACK ->
                many.does(
                        aHandledAppeal(),
                        "callResident",
                        "{\"action\":\"reached\",\"contacted\":\"yes\",\"answer\":\"yes\",\"grade\":\"5\"}");
            case HIGHER_REVIEW -> many.claims(reviewAsked(), AppealReview.REVIEW);
            case REQUESTING -> many.asksForMoreTime(anAppeal().submitted().respondedBy("grid-01"));
            case CORRECTING -> many.correctsTheAlarmOf(anAppeal().submitted().claimedBy("grid-01"), "grid-01");
            default ->
                throw new AssertionError(
                        "How does somebody come to do " + pair.after().label() + "?");
        };
    }

    private AppealCase disputed() {
        return anAppeal()
                .at("ganshui-sanju-01")
                .submitted()
                .respondedBy("grid-02")
                .handlingReturnedBy("secretary-erju")
                .dispatchedBy("dispatcher", "housing-construction")
                .handlingReturnedBy("construction");
    }

    private AppealCase reviewAsked() {
        var appeal = anAppeal()
                .at("ganshui-sanju-01")
                .submitted()
                .respondedBy("grid-02")
                .handledBy("secretary-erju")
                .rated(SATISFIED);
        assertThat(api.post("/api/track/" + appeal.code() + "/review", "{\"reason\":\"请上一级再看一看\"}")
                        .status())
                .isEqualTo(200);
        return appeal;
    }
}
