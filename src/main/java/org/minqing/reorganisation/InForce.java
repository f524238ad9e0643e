package org.minqing.reorganisation;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.minqing.organisation.Localities;
import org.minqing.time.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Puts trees into force on their day, on each node by itself, at the start and while it runs. */
@Component
public class InForce {

    private static final Logger LOG = LoggerFactory.getLogger(InForce.class);

    private final VersionRows rows;
    private final Localities localities;
    // Resolved late: what follows is brought into step by the start, which loads the trees first.
    private final ObjectProvider<InStep> inStep;
    private final InstantSource clock;
    private final Map<String, Long> used = new ConcurrentHashMap<>();

    InForce(VersionRows rows, Localities localities, ObjectProvider<InStep> inStep, InstantSource clock) {
        this.rows = rows;
        this.localities = localities;
        this.inStep = inStep;
        this.clock = clock;
    }

    /** Before anything is brought into step. @return whether a tree became another one */
    public synchronized boolean load() {
        var changed = false;
        for (var version : rows.holding(clock.instant().atZone(Times.ZONE).toLocalDate())) {
            if (!Long.valueOf(version.id()).equals(used.get(version.locality()))
                    && localities.find(version.locality()).isPresent()) {
                use(version);
                changed = true;
            }
        }
        return changed;
    }

    /** What was checked when it was published may have become impossible by files that are newer: then what held holds on. */
    private void use(Version version) {
        used.put(version.locality(), version.id());
        try {
            localities.use(version.locality(), version.draft());
            LOG.info("Organisation {} of {} is in force", version.id(), version.locality());
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOG.error(
                    "Organisation {} of {} cannot be put into force: {}",
                    version.id(),
                    version.locality(),
                    e.getMessage());
        }
    }

    @Scheduled(
            initialDelayString = "${minqing.organisation.every:PT20S}",
            fixedDelayString = "${minqing.organisation.every:PT20S}")
    public void tick() {
        if (load()) {
            inStep.ifAvailable(InStep::follow);
        }
    }
}
