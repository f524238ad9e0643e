package org.minqing.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** An administrator reads no contact data; through a post that he gives to an account of his own he does, and it shows. */
@MinqingTest
class InsiderTest extends PeopleTalk {

    @Test
    void whoComesByContactDataThroughAPostThatAnAdministratorGaveShowsAndSoDoesWhoGaveIt() {
        var appeal = anAppeal().submitted();
        opened(who, "内部人", "ganshui-command-dispatcher");
        var look = api.as(who, PASSWORD).post("/api/appeals/" + appeal.number() + "/contact", "{\"purpose\":\"想看看\"}");
        assertThat(look.status()).as(look.raw().body()).isEqualTo(200);
        closed(who);

        var auditor = Session.of(api, "ganshui-auditor");
        assertThat(page(auditor, "/desk/contact-looks?person=" + who).body()).contains("想看看", appeal.number());
        assertThat(page(auditor, "/desk/people").body())
                .containsPattern("(?s)>停用<.*" + who + ".*>新建账号<.*" + who + ".*派单员");
        assertThat(page(Session.of(api, "matou-auditor"), "/desk/people").body())
                .doesNotContain(who);
    }
}
