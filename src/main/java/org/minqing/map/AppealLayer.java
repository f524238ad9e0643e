package org.minqing.map;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.minqing.access.AppealAccess;
import org.minqing.access.TasksInHand;
import org.minqing.map.MapParts.Action;
import org.minqing.map.MapParts.Choice;
import org.minqing.map.MapParts.Figure;
import org.minqing.map.MapParts.Filter;
import org.minqing.map.MapParts.Mark;
import org.minqing.map.MapParts.Symbol;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Role;
import org.minqing.security.StaffMember;
import org.minqing.sla.due.DueState;
import org.minqing.time.Spans;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open appeals (在办诉求) where they happened: those that this reader finds in his lists. */
@Component
class AppealLayer implements MapLayer {

    static final String URGENCY = "urgency";
    static final String STATE = "state";
    private static final String OPEN = "open";
    private static final String DANGER = "danger";
    private static final String OVERDUE = "overdue";
    private static final String DUE_SOON = "dueSoon";
    private static final String UNACCEPTED = "unaccepted";

    private static final List<Figure> FIGURES = List.of(
            new Figure(OPEN, "在办", "", ""),
            new Figure(OVERDUE, DueState.LATE.label(), DueState.LATE.sign(), "late"),
            new Figure(DUE_SOON, DueState.SOON.label(), DueState.SOON.sign(), "soon"),
            new Figure(DANGER, "有人危险", "!", "late"),
            new Figure(UNACCEPTED, "未签收", "?", "soon"));

    private final OpenPlaces places;
    private final AppealAccess access;
    private final TasksInHand tasks;
    private final MapRules rules;
    private final InstantSource clock;

    AppealLayer(OpenPlaces places, AppealAccess access, TasksInHand tasks, MapRules rules, InstantSource clock) {
        this.places = places;
        this.access = access;
        this.tasks = tasks;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "appeals";
    }

    @Override
    public String name() {
        return "在办诉求";
    }

    @Override
    public String measure() {
        return "件";
    }

    @Override
    public String counted() {
        return "按发生地点统计，只含您看得到的诉求；分件和牵头件各算一件，已办结后正在复查复核的不算。";
    }

    @Override
    public String ring() {
        return DueState.LATE.label();
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public boolean concerns(StaffMember reader) {
        return reader.locality() != null;
    }

    @Override
    public List<Filter> filters(Locality locality) {
        return List.of(
                new Filter(
                        STATE,
                        "状态",
                        FIGURES.stream()
                                .skip(1)
                                .map(figure -> new Choice(figure.code(), figure.name()))
                                .toList()),
                new Filter(
                        URGENCY,
                        "紧急程度",
                        rules.urgencies().stream()
                                .map(look -> new Choice(look.urgency(), look.name()))
                                .toList()));
    }

    @Override
    public List<Figure> figures() {
        return FIGURES;
    }

    @Override
    public List<Symbol> symbols(Locality locality) {
        return rules.urgencies().stream()
                .map(look -> new Symbol(look.urgency(), look.name(), look.form(), look.colour(), look.letter()))
                .toList();
    }

    @Override
    @Transactional
    public List<Mark> marks(StaffMember reader, MapQuestion asked) {
        var rows = places.among(access.reach(reader), asked);
        var seen = access.seen(reader, rows.stream().map(OpenPlaces.Row::number).toList());
        var state = asked.filters().get(STATE);
        var now = clock.instant();
        return rows.stream()
                .filter(row -> seen.contains(row.number()))
                .map(row -> mark(row, now))
                .filter(mark -> state == null || mark.figures().contains(state))
                .toList();
    }

    /** A dispatcher and whoever has it in hand go to the task, a supervisor to where he gives it to another post. */
    @Override
    public List<Action> actions(StaffMember reader, String mark) {
        var actions = new ArrayList<Action>();
        tasks.next(reader, mark)
                .ifPresent(task ->
                        actions.add(new Action(reader.is(Role.DISPATCHER) ? "去派单" : "去办理", "/desk/tasks/" + task)));
        if (reader.is(Role.SUPERVISOR)) {
            actions.add(new Action("督办、改派", "/desk/supervision/appeals/" + mark));
        }
        return actions;
    }

    private Mark mark(OpenPlaces.Row row, Instant now) {
        var urgency = row.urgency().isEmpty() ? MapRules.UNDECIDED : row.urgency();
        var look = rules.urgencies().stream()
                .filter(it -> it.urgency().equals(urgency))
                .findFirst()
                // One that a table names and map.yml does not: it is open all the same.
                .orElseGet(() -> rules.urgencies().get(rules.urgencies().size() - 1));
        var figures = new HashSet<>(List.of(OPEN));
        var words = new ArrayList<>(List.of(look.name(), row.status().label()));
        if (row.danger()) {
            figures.add(DANGER);
            words.add("有人危险");
        }
        if (row.unaccepted()) {
            figures.add(UNACCEPTED);
            words.add("未签收");
        }
        if (row.due() == DueState.LATE) {
            figures.add(OVERDUE);
        }
        if (row.due() == DueState.SOON) {
            figures.add(DUE_SOON);
            words.add(row.due().label());
        }
        if (row.dueAt() != null) {
            words.add(Spans.left(now, row.dueAt()));
        }
        return new Mark(
                row.number(),
                row.unit(),
                row.position(),
                look.urgency(),
                row.due() == DueState.LATE,
                row.title(),
                List.copyOf(words),
                figures,
                "/desk/appeals/" + row.number());
    }
}
