package org.minqing.process.decisions;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.minqing.process.engine.ApplicationAuthority;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks a decision table outside of a model, the locality's own where it has one; the engine's history keeps what was asked. */
@Component
public class AskedTable {

    private final DecisionCatalogue catalogue;
    private final ApplicationAuthority authority;
    // Resolved late: the engine's beans need those that ask.
    private final ObjectProvider<DecisionService> decisions;

    AskedTable(DecisionCatalogue catalogue, ApplicationAuthority authority, ObjectProvider<DecisionService> decisions) {
        this.catalogue = catalogue;
        this.authority = authority;
        this.decisions = decisions;
    }

    /**
     * @param table its key, such as {@code jointLimits}
     * @param facts values of its inputs, by name
     */
    public DecisionAnswer answer(String table, String locality, Map<String, Object> facts) {
        var tenant = catalogue.tenantOf(table, locality);
        var asked = decisions.getObject().evaluateDecisionByKey(table).variables(facts);
        return authority.run(() -> new DecisionAnswer(
                (tenant == null ? asked.decisionDefinitionWithoutTenantId() : asked.decisionDefinitionTenantId(tenant))
                        .evaluate()
                        .getSingleResult()));
    }
}
