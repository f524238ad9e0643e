package org.minqing.claiming;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.task.IdentityLink;
import org.minqing.process.AppealHandling;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;

/** What tests of orders have in common: something that whoever has a broom can do. */
abstract class OrderRules extends AppealRules {

    static final String VOLUNTEERS = "ganshui-erju-party-member";
    private static final String PASSWORD = "many-hands-make-light-work";

    AppealCase refuse() {
        return anAppeal().about("sanitation").submitted();
    }

    /** The same where leaders come first and the post that answers for it waits. */
    AppealCase whereLeadersComeFirst() {
        return anAppeal()
                .from("zhangjiashan")
                .at("zhangjiashan-xinyuan-1")
                .about("sanitation")
                .submitted();
    }

    /** Another member of the volunteers of Erju, until the test has ended. */
    Api another(String user, String... groups) {
        var identity = engine.getIdentityService();
        if (identity.createUserQuery().userId(user).count() == 0) {
            var person = identity.newUser(user);
            person.setLastName("邻居");
            person.setPassword(PASSWORD);
            identity.saveUser(person);
            for (var group : groups) {
                identity.createMembership(user, group);
            }
        }
        return api.as(user, PASSWORD);
    }

    void gone(String user) {
        engine.getIdentityService().deleteUser(user);
    }

    Api.Answer claims(AppealCase appeal, String person) {
        return acts(appeal, person, "claim");
    }

    Api.Answer acts(AppealCase appeal, String person, String action) {
        return acts(appeal, appeal.desk(person), "{\"action\":\"" + action + "\"}");
    }

    static Api.Answer acts(AppealCase appeal, Api person, String body) {
        return person.post("/api/appeals/" + appeal.number() + "/order", body);
    }

    Api.Answer givesBack(AppealCase appeal, String person) {
        return acts(appeal, appeal.desk(person), "{\"action\":\"giveBack\",\"reason\":\"要挖机才行\"}");
    }

    List<String> offered(AppealCase appeal) {
        var task = appeal.tasks().stream()
                .filter(t -> AppealHandling.HANDLING.contains(t.getTaskDefinitionKey()))
                .findFirst()
                .orElseThrow();
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The post that answers for it. */
    String assigned(AppealCase appeal) {
        return (String) engine.getRuntimeService().getVariable(appeal.process().getId(), "candidateGroup");
    }

    List<String> steps(AppealCase appeal) {
        return jdbc.sql("select step || ' ' || coalesce(person, 'null') from claim_step where appeal = ? order by id")
                .param(appeal.number())
                .query(String.class)
                .list();
    }

    long orders(AppealCase appeal) {
        return jdbc.sql("select count(*) from claim_order where appeal = ?")
                .param(appeal.number())
                .query(Long.class)
                .single();
    }

    /** Instances that look when times are over. */
    long watching(AppealCase appeal) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(appeal.number())
                .processDefinitionKey(AppealHandling.ORDER_CLAIMING)
                .count();
    }
}
