package org.minqing.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.minqing.process.AppealHandling;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.Session;

/** Somebody of Ganshui to whom nearly every post was given, and what he does in appeals of his first grid. */
final class ManyPosts {

    static final String PERSON = "ganshui-many-posts";
    private static final String PASSWORD = "too many posts in one hand";
    private static final List<String> POSTS = List.of(
            "ganshui-erju-01-grid-worker",
            "ganshui-erju-branch-secretary",
            "ganshui-rule-of-law-petition-office",
            "ganshui-agriculture-agriculture",
            "ganshui-command-dispatcher",
            "ganshui-party-service-call-back",
            "ganshui-general-office-supervisor",
            "ganshui-township-leader");

    private final AppealRules town;

    ManyPosts(AppealRules town) {
        this.town = town;
        var identity = town.engine.getIdentityService();
        var user = identity.newUser(PERSON);
        user.setLastName("兼职多");
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        POSTS.forEach(post -> identity.createMembership(PERSON, post));
    }

    void leave() {
        town.engine.getIdentityService().deleteUser(PERSON);
    }

    Api api() {
        return town.api.as(PERSON, PASSWORD);
    }

    Session browser() {
        return Session.of(town.api, PERSON, PASSWORD);
    }

    AppealCase claims(AppealCase appeal, String key) {
        var task = appeal.allTasks().stream()
                .filter(t -> t.getTaskDefinitionKey().equals(key))
                .findFirst()
                .orElseThrow();
        return ok(appeal, api().post("/api/tasks/" + task.getId() + "/claim", "{}"));
    }

    AppealCase does(AppealCase appeal, String form, String answers) {
        return ok(appeal, api().complete(form, appeal.number(), answers));
    }

    /** A boundary, about which the post for farmland is asked. */
    AppealCase isAsked(AppealCase appeal, boolean andAnswers) {
        if (andAnswers) {
            return ok(appeal, api().complete("giveOpinion", appeal.number(), """
                    {"position":"agreed","jointOpinion":"没有意见，请主办办理"}"""));
        }
        var task = api().task("giveOpinion", appeal.number()).path("id").asText();
        return ok(appeal, api().post("/api/tasks/" + task + "/claim", "{}"));
    }

    AppealCase responds(AppealCase appeal) {
        return ok(appeal, api().complete("respondAppeal", appeal.number(), """
                {"action":"responded","contactKind":"phone","contactPhone":"023-0000-7001","contactWith":"resident","finding":"已联系"}"""));
    }

    /** More time, and afterwards somebody else goes on with the work. */
    AppealCase asksForMoreTime(AppealCase appeal) {
        ok(appeal, api().complete("handleDirectly", appeal.number(), """
                {"action":"limitChange","change":"extend","changeReason":"complexity","days":3,"explanation":"需要多方协调"}"""));
        var task = appeal.task(AppealHandling.HANDLE_DIRECTLY).getId();
        assertThat(browser()
                        .submit("/desk/tasks/" + task + "/release", "_list=all")
                        .statusCode())
                .isEqualTo(303);
        assertThat(appeal.desk("secretary-erju")
                        .post("/api/tasks/" + task + "/claim", "{}")
                        .status())
                .isEqualTo(200);
        return appeal;
    }

    /** The danger that somebody else reported was none: longer limits, which another person grants. */
    AppealCase correctsTheAlarmOf(AppealCase appeal, String other) {
        ok(appeal, appeal.desk(other).post("/api/appeals/" + appeal.number() + "/correction", """
                {"category":"safety-hazard","facts":{"danger":"gas","safetyRisk":true},"reason":"到现场闻到煤气味"}"""));
        return ok(appeal, api().post("/api/appeals/" + appeal.number() + "/correction", """
                {"category":"other","facts":{"danger":"","safetyRisk":false},"reason":"燃气公司检测没有泄漏"}"""));
    }

    private static AppealCase ok(AppealCase appeal, Api.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return appeal;
    }
}
