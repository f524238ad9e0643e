package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.process.AppealHandling;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** A process begins with an appeal that was registered a moment ago, and there is one for each. */
@MinqingTest
class StartingTest extends AppealRules {

    @AfterEach
    void leave() {
        engine.getIdentityService().clearAuthentication();
    }

    /** The application itself, then a registrar: he may start processes, and the engine's REST interface offers the rest. */
    @ParameterizedTest
    @CsvSource({
        "application, nothing, , false",
        "application, a stranger, , false",
        "application, an appeal, , false",
        "application, an appeal, serviceTask_closeAppeal, false",
        "registrar, nothing, , false",
        "registrar, an appeal, , false",
        "registrar, an appeal, serviceTask_closeAppeal, false",
        "registrar, an appeal, serviceTask_closeAppeal, true"
    })
    void nothingStartsWithoutAFreshlyRegisteredAppeal(
            String who, String about, String where, boolean skippingListeners) {
        var appeal = anAppeal().submitted();
        var before = appeal.everythingKept();
        var running = running();
        if (who.equals("registrar")) {
            engine.getIdentityService()
                    .setAuthentication(
                            "ganshui-registrar", List.of("ganshui-service-hall-registrar"), List.of("ganshui"));
        }

        var start = start();
        switch (about) {
            case "a stranger" -> start.businessKey("GS-20260302-9999");
            case "an appeal" -> start.businessKey(appeal.number());
            default -> assertThat(about).isEqualTo("nothing");
        }
        if (where != null) {
            start.startBeforeActivity(where);
        }
        assertThatThrownBy(() -> start.execute(skippingListeners, false)).hasMessageContaining("registered");
        leave();
        assertThat(running()).isEqualTo(running);
        assertThat(appeal.everythingKept()).isEqualTo(before);
        appeal.withdrawn();
    }

    private ProcessInstantiationBuilder start() {
        return engine.getRuntimeService()
                .createProcessInstanceByKey(AppealHandling.PROCESS)
                .processDefinitionWithoutTenantId();
    }

    private long running() {
        return engine.getRuntimeService().createProcessInstanceQuery().count();
    }
}
