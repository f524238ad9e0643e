package org.minqing.notice;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.minqing.notice.channel.Channel;
import org.minqing.notice.channel.Senders;
import org.minqing.problem.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * By which of the channels that are his alone somebody does not want to hear of what. He may do without what the table lets wait
 * for the morning; what it does not let wait, and danger, reaches him whatever he says.
 */
@Component
public class OwnChannels {

    /** All but the one in which somebody is in danger; empty while nobody has judged it. */
    private static final List<String> URGENCIES = List.of("urgent", "normal", "complex", "");

    /** One fact by one channel. */
    public record Choice(Fact fact, Channel channel) {

        /** Such as {@code dueSoon.sms}. */
        public String code() {
            return fact.code() + "." + channel.code();
        }
    }

    private final JdbcClient jdbc;
    private final NoticeTable table;
    private final Senders senders;

    OwnChannels(JdbcClient jdbc, NoticeTable table, Senders senders) {
        this.jdbc = jdbc;
        this.table = table;
        this.senders = senders;
    }

    /**
     * What staff of that locality may do without, as far as it has set up the channels; by fact, then by channel.
     *
     * @param locality null for whoever works in none
     */
    public List<Choice> offered(String locality) {
        if (locality == null) {
            return List.of();
        }
        var own =
                senders.of(locality).stream().filter(Channel::personal).sorted().toList();
        return Stream.of(Fact.values())
                .flatMap(fact -> own.stream()
                        .map(channel -> new Choice(fact, channel))
                        .filter(choice -> mayWait(locality, choice)))
                .toList();
    }

    private boolean mayWait(String locality, Choice choice) {
        return URGENCIES.stream()
                .flatMap(urgency -> table.of(locality, choice.fact(), urgency).stream())
                .anyMatch(rule -> rule.waits()
                        && !rule.tell().equals(NoticeRule.RESIDENT)
                        && rule.channels().contains(choice.channel()));
    }

    /** Codes of what he does without. */
    public Set<String> silenced(String person) {
        return new TreeSet<>(jdbc.sql("select unnest(silenced) from notice_setting where person = ?")
                .param(person)
                .query(String.class)
                .list());
    }

    /** None, or that he would do without what must reach him. */
    List<FieldProblem> problems(String locality, Collection<String> silenced) {
        if (silenced.isEmpty()
                || offered(locality).stream().map(Choice::code).toList().containsAll(silenced)) {
            return List.of();
        }
        return List.of(new FieldProblem("silenced", "其中有不能关的，必须通知到人", "one of these cannot be switched off"));
    }

    boolean wants(String person, Fact fact, Channel channel) {
        return !silenced(person).contains(new Choice(fact, channel).code());
    }
}
