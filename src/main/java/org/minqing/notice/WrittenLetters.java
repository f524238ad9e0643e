package org.minqing.notice;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.minqing.access.AppealReaders;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.code.Coded;
import org.minqing.notice.channel.Channel;
import org.minqing.notice.channel.Message;
import org.minqing.notice.outbox.Letters;
import org.minqing.sla.Clocks;
import org.minqing.time.Times;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes notices as things stand when they are sent: an appeal that ended is pressing for nobody. */
@Component
class WrittenLetters implements Letters {

    private final Appeals appeals;
    private final OpenTasks tasks;
    private final Clocks clocks;
    private final NoticeWords words;
    private final Addresses addresses;
    private final AppealReaders readers;
    private final String site;

    WrittenLetters(
            Appeals appeals,
            OpenTasks tasks,
            Clocks clocks,
            NoticeWords words,
            Addresses addresses,
            AppealReaders readers,
            @Value("${minqing.public-address}") String site) {
        this.appeals = appeals;
        this.tasks = tasks;
        this.clocks = clocks;
        this.words = words;
        this.addresses = addresses;
        this.readers = readers;
        this.site = site.replaceFirst("/+$", "");
    }

    @Override
    public Optional<Letter> write(About about) {
        var channel = Coded.of(Channel.class, about.channel());
        var address = addresses.of(about, channel);
        if (channel.personal() && address.isEmpty()) {
            return Optional.empty();
        }
        if (about.appeal() == null) {
            return Optional.of(letter(about, words.of(about.fact(), Map.of()), "", "/desk", address, false));
        }
        return appeals.find(about.appeal()).flatMap(appeal -> write(about, appeal, address));
    }

    private Optional<Letter> write(About about, Appeal appeal, Optional<String> address) {
        var forResident = about.receiver().equals(NoticeRule.RESIDENT);
        // A colleague asks him also about what is over.
        if (!forResident && appeal.status().ended() && !about.fact().equals(Fact.MENTIONED.code())) {
            return Optional.empty();
        }
        var person = !forResident && !about.receiver().isEmpty();
        // Meanwhile he may have been named as the one whom it is about, or have lost his post.
        if (person ? !readers.include(about.receiver(), appeal) : !forResident && appeal.confidential()) {
            return Optional.empty();
        }
        var task = about.task() == null ? Optional.<OpenTasks.OpenTask>empty() : tasks.task(about.task());
        if (about.task() != null
                && (task.isEmpty() || about.unlessTaken() && task.get().taken())) {
            return Optional.empty();
        }
        var grave = about.fact().equals(Fact.NEW_TASK.code())
                && appeal.decision()
                        .filter(d -> d.urgency().equals(Telling.DANGER))
                        .isPresent();
        var values = Map.of(
                "number", appeal.number(),
                "step", task.map(OpenTasks.OpenTask::step).orElse("办理"),
                "due", due(appeal.number()));
        var path = forResident
                ? "/track"
                : task.map(t -> "/desk/tasks/" + t.id()).orElse("/desk/appeals/" + appeal.number());
        var said = words.of(grave ? NoticeWords.DANGER : about.fact(), values);
        return Optional.of(letter(about, said, appeal.number(), path, address, grave));
    }

    private Letter letter(
            About about, NoticeWords.Said said, String number, String path, Optional<String> address, boolean grave) {
        return new Letter(
                new Message(
                        about.key(), about.fact(), number, said.title(), said.text(), site + path, about.at(), grave),
                address.orElse(null));
    }

    /** The nearest moment that somebody was promised. */
    private String due(String number) {
        return clocks.of(number).stream()
                .filter(c -> c.stoppedAt() == null)
                .map(c -> c.dueAt())
                .filter(at -> at != null)
                .min(Comparator.naturalOrder())
                .map(Times::end)
                .orElse("见页面");
    }
}
