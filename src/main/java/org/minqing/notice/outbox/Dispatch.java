package org.minqing.notice.outbox;

import java.time.InstantSource;
import java.util.Optional;
import org.minqing.notice.channel.Delivery;
import org.minqing.notice.channel.Sender;
import org.minqing.notice.channel.Senders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends one notice: at least once, and once where the service knows repetitions or says what it has. */
@Component
class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Outbox outbox;
    private final SendingRules rules;
    private final Senders senders;
    private final Letters letters;
    private final Lanes lanes;
    private final InstantSource clock;

    Dispatch(Outbox outbox, SendingRules rules, Senders senders, Letters letters, Lanes lanes, InstantSource clock) {
        this.outbox = outbox;
        this.rules = rules;
        this.senders = senders;
        this.letters = letters;
        this.lanes = lanes;
        this.clock = clock;
    }

    /** @return whether there was one; false also where the service takes none at this moment */
    boolean one(Lane lane) {
        var sender = senders.find(lane.locality(), lane.channel());
        var breaker = lanes.breaker(lane);
        if (sender.isEmpty() || !breaker.tryAcquirePermission()) {
            return false;
        }
        var taken = Optional.<Waiting>empty();
        try {
            taken = outbox.take(lane, clock.instant(), rules.lease());
        } finally {
            if (taken.isEmpty()) {
                breaker.releasePermission();
            }
        }
        if (taken.isEmpty()) {
            return false;
        }
        var notice = taken.get();
        var before = breaker.getCurrentTimestamp();
        var became = deliver(notice, sender.get());
        var took = breaker.getCurrentTimestamp() - before;
        if (became instanceof Delivery.Later later && later.after() == null || became instanceof Delivery.Unsure) {
            breaker.onError(took, breaker.getTimestampUnit(), new IllegalStateException(became.reason()));
        } else {
            breaker.onSuccess(took, breaker.getTimestampUnit());
        }
        return true;
    }

    /** What became of it is written down before anything else is done. */
    private Delivery deliver(Waiting notice, Sender sender) {
        Delivery became;
        try {
            var letter = letters.write(about(notice));
            if (letter.isEmpty()) {
                outbox.ended(notice, "unneeded", "", clock.instant());
                return new Delivery.Taken();
            }
            became = send(notice, sender, letter.get());
        } catch (RuntimeException e) {
            // A mistake of ours: the text of it may hold anything, so it goes no further than its class.
            LOG.error(
                    "Notice {} could not be sent: {}", notice.id(), e.getClass().getName());
            became = new Delivery.Later("fault", null);
        }
        keep(notice, became);
        return became;
    }

    private static Delivery send(Waiting notice, Sender sender, Letters.Letter letter) {
        if (notice.interrupted()) {
            var asked = sender.ask(letter.message(), letter.address());
            if (!(asked instanceof Delivery.Later)) {
                return asked;
            }
        }
        return sender.send(letter.message(), letter.address());
    }

    private void keep(Waiting notice, Delivery became) {
        var now = clock.instant();
        if (became instanceof Delivery.Taken) {
            outbox.ended(notice, "sent", "", now);
        } else if (became instanceof Delivery.Refused) {
            dead(notice, became);
        } else {
            var after = rules.retryAfter(notice);
            if (after == null) {
                dead(notice, became);
                return;
            }
            var asked = became instanceof Delivery.Later later && later.after() != null ? later.after() : after;
            outbox.later(notice, became.reason(), now.plus(asked), became instanceof Delivery.Unsure);
        }
    }

    private void dead(Waiting notice, Delivery became) {
        outbox.ended(notice, "dead", became.reason(), clock.instant());
        LOG.warn(
                "通知 {} 没有发出去（{}，{}）。Notice {} could not be sent.",
                notice.id(),
                notice.channel().code(),
                became.reason(),
                notice.id());
    }

    private static Letters.About about(Waiting notice) {
        return new Letters.About(
                "notice-" + notice.id(),
                notice.receiver(),
                notice.channel().code(),
                notice.locality(),
                notice.fact(),
                notice.appeal(),
                notice.task(),
                notice.unlessTaken(),
                notice.at());
    }
}
