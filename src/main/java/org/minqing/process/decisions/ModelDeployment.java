package org.minqing.process.decisions;

import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Deploys the models at start-up; what has not changed since the last start stays as it is. */
@Component
public class ModelDeployment {

    private final RepositoryService repository;

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    public void deploy() {
        var byTenant =
                ModelFile.onClassPath().stream().collect(Collectors.groupingBy(m -> Objects.toString(m.tenant(), "")));
        byTenant.forEach((tenant, models) -> {
            var deployment = repository
                    .createDeployment()
                    .name("minqing")
                    .source("minqing")
                    .enableDuplicateFiltering(true);
            if (!tenant.isEmpty()) {
                deployment.tenantId(tenant);
            }
            models.forEach(m -> deployment.addInputStream(m.name(), m.open()));
            deployment.deploy();
        });
    }
}
