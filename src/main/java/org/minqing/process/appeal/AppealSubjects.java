package org.minqing.process.appeal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.addition.AdditionNews;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealNumber;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Track;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.claiming.Orders;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.handling.ResultOutcome;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealReview;
import org.minqing.process.PlannedWork;
import org.minqing.process.task.TaskSubjects;
import org.minqing.question.QuestionNews;
import org.minqing.remit.Returns;
import org.minqing.sla.due.RunningLimits;
import org.springframework.stereotype.Component;

/** Appeals, as tasks are about them. */
@Component
class AppealSubjects implements TaskSubjects {

    private static final Set<String> RETURNED = Set.of("returned");

    private final Appeals appeals;
    private final RunningLimits limits;
    private final AppealTypes types;
    private final Categories categories;
    private final Localities localities;
    private final QuestionNews questions;
    private final AdditionNews additions;
    private final AppealCard card;
    private final Returns returns;
    private final Holdings holdings;
    private final Orders orders;

    AppealSubjects(
            Appeals appeals,
            RunningLimits limits,
            AppealTypes types,
            Categories categories,
            Localities localities,
            QuestionNews questions,
            AdditionNews additions,
            AppealCard card,
            Returns returns,
            Holdings holdings,
            Orders orders) {
        this.appeals = appeals;
        this.limits = limits;
        this.types = types;
        this.categories = categories;
        this.localities = localities;
        this.questions = questions;
        this.additions = additions;
        this.card = card;
        this.returns = returns;
        this.holdings = holdings;
        this.orders = orders;
    }

    @Override
    public Set<String> processes() {
        return Set.of(
                AppealHandling.PROCESS,
                AppealHandling.CONTACT_CHECK,
                AppealHandling.JUDGEMENT_CORRECTION,
                AppealHandling.JOINT_HANDLING,
                AppealReview.PROCESS,
                AppealHandling.ORDER_CLAIMING,
                PlannedWork.PROCESS);
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
                outcomes(appeal));
    }

    /** What becomes a plan is promised to the resident, about the whole. */
    private List<String> outcomes(Appeal appeal) {
        return types
                .outcomesOf(
                        appeal.locality(),
                        appeal.type(),
                        appeal.track().map(Track::code).orElse(Track.HANDLE))
                .stream()
                .filter(outcome -> !appeal.subCase() || !outcome.equals(ResultOutcome.PLANNED.code()))
                .toList();
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
    public Map<String, List<RunningLimits.Running>> running(Collection<String> numbers) {
        return limits.of(numbers);
    }

    @Override
    public Map<String, String> news(Collection<String> numbers) {
        var news = new HashMap<String, String>();
        additions.of(numbers).forEach(number -> news.put(number, AdditionNews.WORDS));
        // What was asked is waited for, and goes first.
        questions.of(numbers).forEach((number, state) -> news.put(number, state.label()));
        return news;
    }

    @Override
    public Map<String, Set<String>> withheld(Collection<String> numbers, Collection<String> groups) {
        return Stream.concat(
                        returns.closed(numbers, holdings.of(groups)).stream(), orders.withVolunteers(numbers).stream())
                .distinct()
                .collect(Collectors.toMap(number -> number, number -> RETURNED));
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
