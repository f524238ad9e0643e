package org.minqing.process.appeal;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealNumber;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Track;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.process.AppealHandling;
import org.minqing.process.task.TaskSubjects;
import org.minqing.sla.Acceptances;
import org.springframework.stereotype.Component;

/** Appeals, as tasks are about them. */
@Component
class AppealSubjects implements TaskSubjects {

    private final Appeals appeals;
    private final Acceptances acceptances;
    private final AppealTypes types;
    private final Categories categories;
    private final Localities localities;
    private final AppealCard card;

    AppealSubjects(
            Appeals appeals,
            Acceptances acceptances,
            AppealTypes types,
            Categories categories,
            Localities localities,
            AppealCard card) {
        this.appeals = appeals;
        this.acceptances = acceptances;
        this.types = types;
        this.categories = categories;
        this.localities = localities;
        this.card = card;
    }

    @Override
    public Set<String> processes() {
        return Set.of(AppealHandling.PROCESS, AppealHandling.CONTACT_CHECK, AppealHandling.JUDGEMENT_CORRECTION);
    }

    @Override
    public Map<String, TaskSubject> knownTo(String person, Collection<String> numbers) {
        if (numbers.size() == 1) {
            // The appeal is read once in a transaction, and whoever completes a task needs it again.
            var number = numbers.iterator().next();
            return appeals.find(number).map(a -> Map.of(number, subject(a))).orElseGet(Map::of);
        }
        return appeals.all(numbers).values().stream().collect(Collectors.toMap(Appeal::number, this::subject));
    }

    private TaskSubject subject(Appeal appeal) {
        return new TaskSubject(
                TaskSubject.APPEAL,
                appeal.number(),
                appeal.title(),
                categories.nameOf(appeal.locality(), appeal.category()),
                UnitTree.place(localities.get(appeal.locality()), appeal.unit(), appeal.address()),
                appeal.urgencyName(),
                AppealCard.link(appeal.number()),
                appeal.locality(),
                appeal.unit(),
                types.outcomesOf(
                        appeal.locality(),
                        appeal.type(),
                        appeal.track().map(Track::code).orElse(Track.HANDLE)));
    }

    @Override
    public void hold(String number, Map<String, Object> answers) {
        // In one order, whichever is the duplicate: else two who merge each into the other would wait for each other.
        Stream.concat(Stream.of(number), original(answers).stream()).sorted().forEach(appeals::lock);
    }

    private Optional<String> original(Map<String, Object> answers) {
        return Optional.ofNullable(answers.get("original"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .flatMap(AppealNumber::read)
                .map(AppealNumber::toString)
                .filter(found -> appeals.find(found).isPresent());
    }

    @Override
    public Map<String, Instant> acceptBy(Collection<String> numbers) {
        return acceptances.due(numbers);
    }

    @Override
    public boolean accepts(String taskKey) {
        return AppealHandling.ACCEPTING.contains(taskKey);
    }

    @Override
    public String cardName() {
        return "appeal";
    }

    @Override
    public Map<String, Object> card(TaskSubject subject) {
        return card.of(appeals.get(subject.number()));
    }
}
