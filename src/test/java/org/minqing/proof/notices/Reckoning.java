package org.minqing.proof.notices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds what the database says of notices to another system against what that system has: nothing missing, nothing that never
 * was, nothing twice. It reads tables and takes no word of the program for it.
 */
final class Reckoning {

    /** All facts of this reckoning of which the system outside is to hear, as {@code notices.dmn} says. */
    private static final String OURS =
            "from notice_fact f where f.code in ('newTask', 'overdue') and f.appeal = any (:numbers)";

    private static final String NOTICES =
            "from notice n join notice_fact f on f.id = n.fact where n.channel = 'webhook' and f.appeal = any (:numbers)";

    private final JdbcClient jdbc;
    private final Receiver receiver;
    private final String[] numbers;

    /** @param numbers of the appeals that this is about, and that no other test knows of */
    Reckoning(DataSource owner, Receiver receiver, List<String> numbers) {
        this.jdbc = JdbcClient.create(owner);
        this.receiver = receiver;
        this.numbers = numbers.toArray(String[]::new);
    }

    long facts() {
        return jdbc.sql("select count(*) " + OURS)
                .param("numbers", numbers)
                .query(Long.class)
                .single();
    }

    /** How many notices to the system outside have come to that end. */
    long ended(String state) {
        return keys("select 'notice-' || n.id " + NOTICES + " and n.state = '" + state + "'")
                .size();
    }

    private List<String> keys(String sql) {
        return jdbc.sql(sql).param("numbers", numbers).query(String.class).list();
    }

    /** What must not be, each with those that are wrong: all lists are empty if all is well. */
    Map<String, List<String>> wrong() {
        var wrong = new LinkedHashMap<String, List<String>>();
        wrong.put("facts nobody was told of", keys("select f.id::text " + OURS + " and f.told_at is null"));
        wrong.put("facts without a notice", keys("select f.id::text " + OURS + """
                 and not exists (select from notice n where n.fact = f.id and n.channel = 'webhook')"""));
        wrong.put("still waiting", keys("select 'notice-' || n.id " + NOTICES + " and n.state = 'waiting'"));
        wrong.put("dropped as unneeded", keys("select 'notice-' || n.id " + NOTICES + " and n.state = 'unneeded'"));
        wrong.put(
                "dead without a reason",
                keys("select 'notice-' || n.id " + NOTICES + " and n.state = 'dead' and n.reason = ''"));
        wrong.put("missing: said to be sent, and without effect", sentWithoutEffect());
        wrong.put("effects of what never was", effectsWithoutNotice());
        wrong.put("effects twice, after deduplication", twice());
        wrong.put(
                "messages with a wrong signature",
                receiver.unsigned() == 0 ? List.of() : List.of(receiver.unsigned() + " of them"));
        return wrong;
    }

    private List<String> sentWithoutEffect() {
        var sent = new ArrayList<>(keys("select 'notice-' || n.id " + NOTICES + " and n.state = 'sent'"));
        sent.removeAll(receiver.effects().keySet());
        return sent;
    }

    private List<String> effectsWithoutNotice() {
        var known = Set.copyOf(jdbc.sql("select 'notice-' || id from notice where channel = 'webhook'")
                .query(String.class)
                .list());
        return receiver.effects().keySet().stream()
                .filter(id -> !known.contains(id))
                .toList();
    }

    /** The same matter under two ids, which no receiver could tell apart from two matters. */
    private List<String> twice() {
        return receiver.effects().values().stream()
                .collect(Collectors.groupingBy(Receiver.Effect::matter, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(matter -> matter.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
