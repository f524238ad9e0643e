package org.minqing.notice.outbox;

import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.minqing.notice.channel.Senders;
import org.minqing.organisation.Localities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each second what is due. Each lane has its own few threads, so that a service which hangs slows no other. */
@Component
class Couriers {

    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);

    private final Map<Lane, Semaphore> lanes = new HashMap<>();
    private final Dispatch dispatch;
    private final ExecutorService threads;

    @Autowired
    Couriers(
            Localities localities,
            Senders senders,
            Dispatch dispatch,
            @Value("${minqing.notices.together}") int together) {
        this(
                localities.all().stream()
                        .flatMap(locality ->
                                senders.of(locality.code()).stream().map(channel -> new Lane(locality.code(), channel)))
                        .collect(Collectors.toSet()),
                dispatch,
                together);
    }

    /** @param together threads of each lane */
    Couriers(Set<Lane> lanes, Dispatch dispatch, int together) {
        this.dispatch = dispatch;
        lanes.forEach(lane -> this.lanes.put(lane, new Semaphore(together)));
        var number = new AtomicInteger();
        threads = Executors.newCachedThreadPool(task -> new Thread(task, "courier-" + number.incrementAndGet()));
    }

    @Scheduled(initialDelayString = "${minqing.notices.every}", fixedDelayString = "${minqing.notices.every}")
    void tick() {
        lanes.forEach((lane, free) -> begin(lane, free));
    }

    /** Begins with one courier; where there is much each brings another. */
    private void begin(Lane lane, Semaphore free) {
        if (free.tryAcquire()) {
            threads.execute(() -> work(lane, free));
        }
    }

    private void work(Lane lane, Semaphore free) {
        try {
            if (dispatch.one(lane)) {
                begin(lane, free);
                while (dispatch.one(lane)) {
                    // The next.
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Notices of {} wait: {}", lane, e.getMessage());
        } finally {
            free.release();
        }
    }

    /** What is under way may end; what is not is another node's, or this one's later. */
    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }
}
