package org.minqing.notice.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.database.TimeColumn;
import org.minqing.notice.channel.Channel;
import org.minqing.notice.channel.Delivery;
import org.minqing.notice.channel.Message;
import org.minqing.notice.channel.Sender;
import org.minqing.notice.channel.Senders;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A notice is sent at least once, whatever node stops and whatever its receiver does, and none waits for another's receiver. */
@MinqingTest
class OutboxTest extends AppealRules {

    private static final String TOWN = "matou";

    @Autowired
    private Outbox outbox;

    @Autowired
    private SendingRules rules;

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<Channel, Sender> services = new java.util.concurrent.ConcurrentHashMap<>();

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("delete from notice_fact where locality = ? and code = 'test'")
                .param(TOWN)
                .update();
        jdbc.sql("delete from notice_pace where locality = ?").param(TOWN).update();
    }

    private Dispatch node() {
        Senders senders = new Senders() {
            @Override
            public Optional<Sender> find(String locality, Channel channel) {
                return Optional.ofNullable(services.get(channel));
            }

            @Override
            public Set<Channel> of(String locality) {
                return services.keySet();
            }
        };
        Letters letters = about -> about.receiver().equals("gone")
                ? Optional.empty()
                : Optional.of(new Letters.Letter(
                        new Message(about.key(), about.fact(), "", "", "", "", about.at(), false), about.receiver()));
        return new Dispatch(outbox, rules, senders, letters, new Lanes(rules), time);
    }

    private void service(Channel channel, Function<Message, Delivery> answers) {
        services.put(channel, new Sender() {
            @Override
            public Delivery send(Message message, String address) {
                sent.add(message.key());
                return answers.apply(message);
            }

            @Override
            public Delivery ask(Message message, String address) {
                asked.add(message.key());
                return new Delivery.Taken();
            }
        });
    }

    private long notice(Channel channel, String receiver, boolean grave) {
        var fact = jdbc.sql(
                        "insert into notice_fact (code, locality, at, told_at) values ('test', ?, ?, ?) returning id")
                .params(TOWN, TimeColumn.of(time.instant()), TimeColumn.of(time.instant()))
                .query(Long.class)
                .single();
        return jdbc.sql("""
                        insert into notice (fact, receiver, channel, locality, grave, unless_taken, due_at)
                        values (?, ?, ?, ?, ?, false, ?) returning id""")
                .params(fact, receiver, channel.code(), TOWN, grave, TimeColumn.of(time.instant()))
                .query(Long.class)
                .single();
    }

    private static Lane lane(Channel channel) {
        return new Lane(TOWN, channel);
    }

    private String state(long id) {
        return jdbc.sql("select state from notice where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void whatArrivedIsNotSentAgain() {
        service(Channel.WEBHOOK, message -> new Delivery.Taken());
        var id = notice(Channel.WEBHOOK, "", false);
        assertThat(node().one(lane(Channel.WEBHOOK))).isTrue();
        assertThat(node().one(lane(Channel.WEBHOOK))).isFalse();
        assertThat(sent).containsExactly("notice-" + id);
        assertThat(state(id)).isEqualTo("sent");
    }

    @Test
    void whatNobodyNeedsAnyMoreIsNotSent() {
        service(Channel.WEBHOOK, message -> new Delivery.Taken());
        var id = notice(Channel.WEBHOOK, "gone", false);
        assertThat(node().one(lane(Channel.WEBHOOK))).isTrue();
        assertThat(sent).isEmpty();
        assertThat(state(id)).isEqualTo("unneeded");
    }

    @Test
    void whatFailsIsTriedLaterAndLaterAndThenLiesStillUntilSomebodySendsItAgain() {
        service(Channel.WEBHOOK, message -> new Delivery.Later("status500", null));
        var id = notice(Channel.WEBHOOK, "", false);
        var gaps = new ArrayList<Duration>();
        Instant last = null;
        while (state(id).equals("waiting")) {
            time.set(due(id));
            if (last != null) {
                gaps.add(Duration.between(last, time.instant()));
            }
            last = time.instant();
            assertThat(node().one(lane(Channel.WEBHOOK))).isTrue();
            assertThat(node().one(lane(Channel.WEBHOOK)))
                    .as("not before its time")
                    .isFalse();
        }
        assertThat(gaps).isSorted().startsWith(Duration.ofSeconds(10)).endsWith(Duration.ofHours(6));
        assertThat(state(id)).isEqualTo("dead");
        assertThat(outbox.again(id, time.instant())).isTrue();
        service(Channel.WEBHOOK, message -> new Delivery.Taken());
        node().one(lane(Channel.WEBHOOK));
        assertThat(state(id)).isEqualTo("sent");
        assertThat(outbox.again(id, time.instant())).as("only what is dead").isFalse();
    }

    private Instant due(long id) {
        return jdbc.sql("select due_at from notice where id = ?")
                .param(id)
                .query((rs, row) -> TimeColumn.read(rs, "due_at"))
                .single();
    }

    @Test
    void whatWillNeverBeTakenIsNotTriedAgain() {
        service(Channel.SMS, message -> new Delivery.Refused("isv.MOBILE_NUMBER_ILLEGAL"));
        var id = notice(Channel.SMS, "x", false);
        node().one(lane(Channel.SMS));
        assertThat(state(id)).isEqualTo("dead");
        assertThat(jdbc.sql("select reason from notice where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("isv.MOBILE_NUMBER_ILLEGAL");
    }

    /** The node that took it says nothing any more: it was killed. */
    @Test
    void whatAStoppedNodeHadInHandAnotherSendsAndAsksFirstWhetherItArrived() {
        service(Channel.SMS, message -> new Delivery.Taken());
        var id = notice(Channel.SMS, "x", false);
        assertThat(outbox.take(lane(Channel.SMS), time.instant(), rules.lease()))
                .isPresent();
        assertThat(node().one(lane(Channel.SMS))).as("while the lease runs").isFalse();
        time.set(time.instant().plus(rules.lease()));
        assertThat(node().one(lane(Channel.SMS))).isTrue();
        assertThat(asked).containsExactly("notice-" + id);
        assertThat(sent).as("it had arrived").isEmpty();
        assertThat(state(id)).isEqualTo("sent");
    }

    @Test
    void whatANodeSaysTooLateDoesNotCount() {
        service(Channel.WEBHOOK, message -> new Delivery.Later("status500", null));
        var id = notice(Channel.WEBHOOK, "", false);
        var slow = outbox.take(lane(Channel.WEBHOOK), time.instant(), rules.lease())
                .orElseThrow();
        time.set(time.instant().plus(rules.lease()));
        var quick = outbox.take(lane(Channel.WEBHOOK), time.instant(), rules.lease())
                .orElseThrow();
        outbox.ended(slow, "dead", "", time.instant());
        assertThat(state(id)).isEqualTo("waiting");
        outbox.ended(quick, "sent", "", time.instant());
        outbox.later(slow, "status500", time.instant(), false);
        assertThat(state(id)).isEqualTo("sent");
    }

    @Test
    void dangerGoesFirstWhateverWaits() {
        service(Channel.MAIL, message -> new Delivery.Taken());
        notice(Channel.MAIL, "a", false);
        notice(Channel.MAIL, "b", false);
        var grave = notice(Channel.MAIL, "c", true);
        node().one(lane(Channel.MAIL));
        assertThat(sent).containsExactly("notice-" + grave);
    }

    /** Both robots take twenty a minute, and one of them hears nobody for ten minutes who sends more. */
    @Test
    void inNoMinuteMoreIsSentThanAServiceTakes() {
        service(Channel.DINGTALK, message -> new Delivery.Taken());
        for (int i = 0; i < 60; i++) {
            notice(Channel.DINGTALK, "group" + i, false);
        }
        var times = new ArrayList<Instant>();
        for (int second = 0; second < 180; second++) {
            var before = sent.size();
            while (node().one(lane(Channel.DINGTALK))) {
                // The next.
            }
            times.addAll(java.util.Collections.nCopies(sent.size() - before, time.instant()));
            time.set(time.instant().plusSeconds(1));
        }
        for (var at : times) {
            assertThat(times)
                    .filteredOn(it -> !it.isBefore(at) && it.isBefore(at.plusSeconds(60)))
                    .hasSizeLessThanOrEqualTo(19);
        }
        assertThat(times).hasSizeGreaterThan(30);
    }

    @Test
    void aServiceThatKeepsFailingIsLeftAloneForAWhile() {
        service(Channel.WEBHOOK, message -> new Delivery.Later("status500", null));
        for (int i = 0; i < 60; i++) {
            notice(Channel.WEBHOOK, "x" + i, false);
        }
        var node = node();
        while (node.one(lane(Channel.WEBHOOK))) {
            // The next.
        }
        assertThat(sent).hasSize(rules.rest().of());
    }

    @Test
    void ofTwoNodesWithManyThreadsEachSendsAnother() throws Exception {
        service(Channel.WEBHOOK, message -> new Delivery.Taken());
        for (int i = 0; i < 120; i++) {
            notice(Channel.WEBHOOK, "x" + i, false);
        }
        var threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 8; i++) {
            var node = node();
            threads.execute(() -> {
                while (node.one(lane(Channel.WEBHOOK))) {
                    // The next.
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(sent).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void aReceiverThatHangsSlowsNoOther() throws Exception {
        var end = new CountDownLatch(1);
        service(Channel.WECOM, message -> {
            try {
                end.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Delivery.Later("timeout", null);
        });
        var mailed = new CountDownLatch(1);
        service(Channel.MAIL, message -> {
            mailed.countDown();
            return new Delivery.Taken();
        });
        for (int i = 0; i < 20; i++) {
            notice(Channel.WECOM, "g" + i, false);
        }
        notice(Channel.MAIL, "a", false);
        var couriers = new Couriers(Set.of(lane(Channel.WECOM), lane(Channel.MAIL)), node(), 4);
        try {
            couriers.tick();
            assertThat(mailed.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(sent).as("of those that hang no more than its threads").hasSizeLessThanOrEqualTo(5);
        } finally {
            end.countDown();
            couriers.stop();
        }
    }
}
