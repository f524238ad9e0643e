package org.minqing.household.colour;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Colours change as time passes, as appeals are judged, late or closed, and as the policy becomes another at a start. Households are
 * gone through in batches; each that has another colour is a transaction of its own, so it may be killed at any moment, and whoever
 * comes next finds what is left. Several nodes may do it at once.
 */
@Component
public class ColourSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ColourSweep.class);
    private static final int BATCH = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Recolouring recolouring;
    private final ColourRows rows;

    /** Weights and the table stay as they are until the next start: only once the people of all are looked through. */
    private volatile boolean peopleDone;

    ColourSweep(Recolouring recolouring, ColourRows rows) {
        this.recolouring = recolouring;
        this.rows = rows;
    }

    /** Once when the program is up, too: of what came with the start nobody was told. */
    @Scheduled(initialDelay = 0, fixedDelayString = "${minqing.households.colour-every}")
    void tick() {
        run();
    }

    /** @return how many have another colour, or another reason */
    public int run() {
        var risks = peopleDone ? Set.of(Risk.TIME) : Recolouring.ALL;
        var changed = 0;
        var batch = rows.after(BEFORE_ALL, BATCH);
        while (!batch.isEmpty()) {
            changed += renew(differing(batch, risks));
            batch = rows.after(batch.get(batch.size() - 1), BATCH);
        }
        peopleDone = true;
        return changed;
    }

    /** One of which something is wrong does not keep the others waiting: they are looked at one by one. */
    private List<UUID> differing(List<UUID> batch, Set<Risk> risks) {
        try {
            return recolouring.differing(batch, risks);
        } catch (RuntimeException e) {
            return batch;
        }
    }

    private int renew(List<UUID> households) {
        var changed = 0;
        for (var household : households) {
            try {
                changed += recolouring.renew(household) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.error("有一户的颜色没有更新。The colour of the household {} was not renewed.", household, e);
            }
        }
        return changed;
    }
}
