package org.minqing.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.access.AppealReaders;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.minqing.notice.channel.Channel;
import org.minqing.notice.channel.Senders;
import org.minqing.organisation.Localities;
import org.minqing.organisation.StandIns;
import org.minqing.roster.Roster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds out who is to hear of a fact, and puts a notice for each into the outbox. */
@Component
class Telling {

    /** The urgency in which somebody is in danger: nothing of it waits for the morning. */
    static final String DANGER = "emergency";

    private record Told(long id, Fact fact, String appeal, String task, String person, Instant at) {}

    private final JdbcClient jdbc;
    private final NoticeTable table;
    private final OpenTasks tasks;
    private final Appeals appeals;
    private final Localities localities;
    private final StandIns standIns;
    private final Roster roster;
    private final AppealReaders readers;
    private final Senders senders;
    private final QuietHours quiet;
    private final OwnChannels own;
    private final InstantSource clock;

    Telling(
            JdbcClient jdbc,
            NoticeTable table,
            OpenTasks tasks,
            Appeals appeals,
            Localities localities,
            StandIns standIns,
            Roster roster,
            AppealReaders readers,
            Senders senders,
            QuietHours quiet,
            OwnChannels own,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.tasks = tasks;
        this.appeals = appeals;
        this.localities = localities;
        this.standIns = standIns;
        this.roster = roster;
        this.readers = readers;
        this.senders = senders;
        this.quiet = quiet;
        this.own = own;
        this.clock = clock;
    }

    /** Ids of facts of which nobody was told yet, the oldest first. */
    List<Long> untold(int most) {
        return jdbc.sql("select id from notice_fact where told_at is null order by id limit ?")
                .param(most)
                .query(Long.class)
                .list();
    }

    /** Those of them that are new tasks where somebody is in danger: they wait behind nothing, however much else happens. */
    List<Long> untoldOfDanger(int most) {
        // One appeal is looked at for each fact that waits, and there are few; a join could read all appeals there ever
        // were.
        return jdbc.sql("""
                        select id from notice_fact f where told_at is null and code = ?
                          and (select a.urgency from appeal a where a.number = f.appeal) = ?
                        order by id limit ?""")
                .params(Fact.NEW_TASK.code(), DANGER, most)
                .query(Long.class)
                .list();
    }

    /** Nothing happens if another node has it in hand. */
    @Transactional
    public void tell(long id) {
        jdbc.sql("select * from notice_fact where id = ? and told_at is null for update skip locked")
                .param(id)
                .query((rs, row) -> new Told(
                        id,
                        Coded.of(Fact.class, rs.getString("code")),
                        rs.getString("appeal"),
                        rs.getString("task"),
                        rs.getString("person"),
                        TimeColumn.read(rs, "at")))
                .optional()
                .ifPresent(told -> {
                    if (told.appeal() != null) {
                        appeals.find(told.appeal()).ifPresent(appeal -> tell(told, appeal));
                    }
                    jdbc.sql("update notice_fact set told_at = ? where id = ?")
                            .params(TimeColumn.of(clock.instant()), id)
                            .update();
                });
    }

    private void tell(Told told, Appeal appeal) {
        var urgency = appeal.decision().map(d -> d.urgency()).orElse("");
        for (var rule : table.of(appeal.locality(), told.fact(), urgency)) {
            for (var channel : rule.channels()) {
                if (channel == Channel.DESK
                        || senders.find(appeal.locality(), channel).isPresent()) {
                    receivers(told, appeal, rule, channel)
                            .forEach(receiver -> add(told, appeal, rule, channel, receiver, DANGER.equals(urgency)));
                }
            }
        }
    }

    private Set<String> receivers(Told told, Appeal appeal, NoticeRule rule, Channel channel) {
        if (!channel.personal()) {
            // Whoever reads in a group is nobody's to know, so that it hears nothing of what few may know.
            return appeal.confidential() ? Set.of() : Set.of("");
        }
        if (rule.tell().equals(NoticeRule.RESIDENT)) {
            return Set.of(NoticeRule.RESIDENT);
        }
        return people(told, appeal, rule.tell()).stream()
                .filter(person -> readers.include(person, appeal))
                .collect(Collectors.toSet());
    }

    private Set<String> people(Told told, Appeal appeal, String tell) {
        if (tell.equals(NoticeRule.NAMED)) {
            return told.person() == null ? Set.of() : Set.of(told.person());
        }
        if (tell.equals(NoticeRule.ON_DUTY)) {
            return roster.onDuty(appeal.locality());
        }
        var people = new HashSet<String>();
        if (tell.equals(NoticeRule.OFFERED)) {
            (told.task() == null
                            ? tasks.of(told.appeal())
                            : tasks.task(told.task()).stream().toList())
                    .forEach(task -> people.addAll(task.people()));
        } else {
            var locality = localities.get(appeal.locality());
            var unit = locality.unit(appeal.unit()).orElse(locality.root());
            locality.holdersOf(tell, unit.code()).forEach(holding -> people.addAll(standIns.holders(holding)));
        }
        return people;
    }

    private void add(Told told, Appeal appeal, NoticeRule rule, Channel channel, String receiver, boolean grave) {
        var due = told.at().plus(rule.after());
        if (rule.waits() && channel != Channel.DESK && channel.personal()) {
            if (!grave && !own.wants(receiver, told.fact(), channel)) {
                return;
            }
            due = quiet.endFor(receiver, due);
        }
        jdbc.sql("""
                        insert into notice (fact, receiver, channel, locality, grave, unless_taken, due_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        told.id(),
                        receiver,
                        channel.code(),
                        appeal.locality(),
                        grave,
                        rule.unlessTaken(),
                        TimeColumn.of(due))
                .update();
    }
}
