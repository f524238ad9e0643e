package org.minqing.proof.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.database.TimeColumn;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Owner;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The reckoning of the campaigns catches a sender that tells the world before what it tells of is certain: the same sender, asked
 * within the transaction of the fact and after it.
 */
@MinqingTest
class SentTooEarlyTest extends AppealRules {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int FACTS = 40;
    /** So many of them are never committed, as when a node is killed. */
    private static final int LOST = 10;

    @Autowired
    private javax.sql.DataSource database;

    @Autowired
    private TransactionTemplate transaction;

    private Receiver receiver;
    private String number;

    @BeforeEach
    void somebodyListens() throws Exception {
        receiver = Receiver.honest();
        number = anAppeal().submitted().number();
        // What the appeal itself brought is another matter.
        jdbc.sql("delete from notice_fact where appeal = ?").param(number).update();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        jdbc.sql("delete from notice_fact where appeal = ?").param(number).update();
        receiver.close();
    }

    private Reckoning reckoning() {
        return new Reckoning(Owner.of(database), receiver, List.of(number));
    }

    /** The row of a notice, as the program leaves it when it was sent. */
    private long noted(int i) {
        var at = TimeColumn.of(time.instant().plusSeconds(i));
        var fact = jdbc.sql(
                        "insert into notice_fact (code, locality, appeal, at, told_at) values ('overdue', 'ganshui', ?, ?, ?) returning id")
                .params(number, at, at)
                .query(Long.class)
                .single();
        return jdbc.sql("""
                        insert into notice (fact, receiver, channel, locality, grave, unless_taken, due_at, state, ended_at)
                        values (?, '', 'webhook', 'ganshui', false, false, ?, 'sent', ?) returning id""").params(fact, at, at).query(Long.class).single();
    }

    private void send(long notice, int i) {
        var id = "notice-" + notice;
        var body =
                "{\"type\":\"appeal.overdue\",\"timestamp\":\"%d\",\"data\":{\"number\":\"%s\"}}".formatted(i, number);
        try {
            HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.port() + "/in"))
                            .header("webhook-id", id)
                            .header("webhook-timestamp", "1")
                            .header("webhook-signature", Receiver.signature(id, "1", body))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoeverSendsWithinTheTransactionTellsOfWhatNeverWas() {
        for (int i = 0; i < FACTS; i++) {
            var fact = i;
            transaction.executeWithoutResult(tx -> {
                send(noted(fact), fact);
                if (fact < LOST) {
                    tx.setRollbackOnly();
                }
            });
        }
        assertThat(reckoning().wrong().get("effects of what never was")).hasSize(LOST);
    }

    @Test
    void whoeverSendsAfterItTellsOfNothingElse() {
        var kept = new ArrayList<Runnable>();
        for (int i = 0; i < FACTS; i++) {
            var fact = i;
            transaction.executeWithoutResult(tx -> {
                var notice = noted(fact);
                if (fact < LOST) {
                    tx.setRollbackOnly();
                } else {
                    kept.add(() -> send(notice, fact));
                }
            });
        }
        kept.forEach(Runnable::run);
        assertThat(reckoning().facts()).isEqualTo(FACTS - LOST);
        assertThat(reckoning().wrong().values()).allMatch(List::isEmpty);
    }

    /** Each of the other mistakes that a sender could make is seen as what it is. */
    @Test
    void whatIsMissingAndWhatIsToldTwiceIsSeen() {
        send(noted(1), 1);
        noted(2);
        send(noted(3), 3);
        send(noted(4), 3);
        jdbc.sql(
                        "update notice_fact set told_at = null where appeal = ? and id = (select max(id) from notice_fact where appeal = ?)")
                .params(number, number)
                .update();
        var wrong = reckoning().wrong();
        assertThat(wrong.get("missing: said to be sent, and without effect")).hasSize(1);
        assertThat(wrong.get("effects twice, after deduplication")).hasSize(1);
        assertThat(wrong.get("facts nobody was told of")).hasSize(1);
        assertThat(wrong.get("effects of what never was")).isEmpty();
    }
}
