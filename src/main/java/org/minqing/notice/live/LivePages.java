package org.minqing.notice.live;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.minqing.people.AccountChanged;
import org.minqing.security.OpenSessions;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The pages that are open at this node. Each node looks for what is due for its own readers; no thread and no connection of the
 * database waits for a page.
 */
@Component
class LivePages implements SmartLifecycle {

    /** Each browser opens one for all its windows; where it cannot, six would leave it no connection for anything else. */
    private static final int MOST_OF_ONE = 4;

    private static final Duration LATELY = Duration.ofMinutes(2);

    /** A page, and what it was told of late: a page may stay open for a shift, and what it was told before is not due any more. */
    private record Page(String person, String session, SseEmitter stream, Set<Long> told) {

        static Page of(String person, String session) {
            var told = Caffeine.newBuilder()
                    .expireAfterWrite(LATELY.multipliedBy(2))
                    .<Long, Boolean>build();
            return new Page(person, session, new SseEmitter(0L), Collections.newSetFromMap(told.asMap()));
        }
    }

    private final List<Page> pages = new CopyOnWriteArrayList<>();
    private final DeskNotices notices;
    private final OpenSessions sessions;
    private volatile boolean running;

    LivePages(DeskNotices notices, OpenSessions sessions) {
        this.notices = notices;
        this.sessions = sessions;
    }

    /** @return a stream without an end of its own: it ends with the session, or when the page is closed */
    SseEmitter open(String person, String session) {
        var page = Page.of(person, session);
        Runnable gone = () -> pages.remove(page);
        page.stream().onCompletion(gone);
        page.stream().onError(e -> gone.run());
        page.stream().onTimeout(gone);
        pages.add(page);
        if (!running) {
            end(page);
            return page.stream();
        }
        pages.stream()
                .filter(it -> it.person().equals(person))
                .sorted(Comparator.comparing(pages::indexOf).reversed())
                .skip(MOST_OF_ONE)
                .forEach(this::end);
        send(page, SseEmitter.event().name("begun").data(""));
        return page.stream();
    }

    /** How many are open here. */
    int open() {
        return pages.size();
    }

    @Scheduled(initialDelayString = "${minqing.notices.every}", fixedDelayString = "${minqing.notices.every}")
    void tell() {
        if (pages.isEmpty()) {
            return;
        }
        var people = pages.stream().map(Page::person).collect(Collectors.toSet());
        for (var due : notices.due(people, LATELY)) {
            var untold = pages.stream()
                    .filter(page ->
                            page.person().equals(due.receiver()) && !page.told().contains(due.id()))
                    .toList();
            if (!untold.isEmpty()) {
                notices.shown(due)
                        .ifPresent(notice -> untold.forEach(page -> {
                            page.told().add(due.id());
                            send(
                                    page,
                                    SseEmitter.event()
                                            .name("notice")
                                            .id(String.valueOf(due.id()))
                                            .data(notice));
                        }));
            }
        }
    }

    /** Proxies close what is silent; and whoever signed out, or has no account any more, hears nothing more. */
    @Scheduled(initialDelayString = "${minqing.notices.beat}", fixedDelayString = "${minqing.notices.beat}")
    void beat() {
        for (var page : pages) {
            if (sessions.stands(page.session(), page.person())) {
                send(page, SseEmitter.event().comment(""));
            } else {
                sayThatItEnded(page);
            }
        }
    }

    /** At this node at once; at another with the next beat. What a post let him hear is asked with each notice. */
    @TransactionalEventListener
    void on(AccountChanged e) {
        if (e.closed()) {
            pages.stream().filter(page -> page.person().equals(e.person())).forEach(this::sayThatItEnded);
        }
    }

    private void sayThatItEnded(Page page) {
        send(page, SseEmitter.event().name("ended").data(""));
        end(page);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the server waits for what is under way: pages would keep it waiting, and they look for another node by themselves. */
    @Override
    public void stop() {
        running = false;
        pages.forEach(this::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void end(Page page) {
        pages.remove(page);
        page.stream().complete();
    }

    private void send(Page page, SseEmitter.SseEventBuilder event) {
        try {
            page.stream().send(event);
        } catch (IOException | IllegalStateException e) {
            pages.remove(page);
        }
    }
}
