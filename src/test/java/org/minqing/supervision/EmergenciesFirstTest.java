package org.minqing.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** A supervisor who opens his desk a minute later sees first where somebody is in danger. */
@MinqingTest
class EmergenciesFirstTest extends AppealRules {

    private static final String DESK = "/desk/supervision";
    private static final String LIST = "/desk/supervision/appeals?state=danger";

    @Test
    void anEmergencyIsAtTheTopUntilItIsSafe() {
        var appeal = inMatou();
        assertThat(page(DESK)).contains(appeal.number(), "正在处置的险情", "无人签收", "排除险情", "险情 · 首次响应");
        appeal.inDanger("safety", "arrived");
        assertThat(page(DESK)).contains(appeal.number()).doesNotContain("无人签收");
        appeal.inDanger("safety", "removed");
        assertThat(page(DESK)).doesNotContain(appeal.number(), "正在处置的险情");
        appeal.withdrawn();
    }

    @Test
    void amongEmergenciesThoseComeFirstThatNobodyHasAccepted() {
        var accepted = inMatou();
        var waiting = inMatou();
        accepted.calledBy("grid-01");
        accepted.inDanger("safety", "arrived");
        var list = page(LIST);
        assertThat(list).contains("<b class=\"count\">2</b>");
        assertThat(list.indexOf(waiting.number())).isPositive().isLessThan(list.indexOf(accepted.number()));
        accepted.withdrawn();
        waiting.withdrawn();
        assertThat(page(LIST)).doesNotContain(waiting.number());
    }

    @Test
    void inTheListOfAllAnEmergencyStandsBeforeWhatIsOverdue() {
        var late = anAppeal().from("matou").at("matou-qianjin-1-01").submitted();
        time.pass("P3D");
        var emergency = inMatou();
        var list = page("/desk/supervision/appeals?unit=matou-qianjin-1-01");
        assertThat(list.indexOf(emergency.number())).isPositive().isLessThan(list.indexOf(late.number()));
        emergency.withdrawn();
        late.withdrawn();
    }

    @Test
    void whatStateThereIsNotIsSaid() {
        assertThat(page("/desk/supervision/appeals?state=fire")).contains("应为 danger、overdue、dueSoon 或 waiting");
    }

    private AppealCase inMatou() {
        return anAppeal()
                .from("matou")
                .at("matou-qianjin-1-01")
                .inDanger("fire")
                .submitted();
    }

    private String page(String address) {
        return Session.of(api, "matou-supervisor").get(address).body();
    }
}
