package org.minqing.process.engine;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.task.IdentityLink;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.springframework.stereotype.Component;

/** As what somebody acts on a task: unit and post, as colleagues and residents read it. */
@Component
public class ActingPost {

    private final Holdings holdings;

    ActingPost(Holdings holdings) {
        this.holdings = holdings;
    }

    /** The post under which he may take the task; else one that he holds. */
    public String of(List<String> groups, Collection<? extends IdentityLink> candidates) {
        var offered = candidates.stream().map(IdentityLink::getGroupId).toList();
        var held = holdings.of(groups);
        return held.stream()
                .filter(holding -> offered.contains(holding.group()))
                .findFirst()
                .or(() -> held.stream().reduce((first, last) -> last))
                .map(Holding::label)
                .orElse("工作人员");
    }
}
