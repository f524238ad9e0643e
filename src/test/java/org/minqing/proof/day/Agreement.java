package org.minqing.proof.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.minqing.process.due.Screens;

/** Whether all screens of all people tell the same at one moment. Only what they are told is compared. */
final class Agreement {

    private final Town town;
    private final Person supervisor;
    private final List<String> differences = new ArrayList<>();
    private long compared;

    Agreement(Town town) {
        this.town = town;
        supervisor = town.people().one("supervisor");
    }

    /** How many figures were laid beside each other. */
    long compared() {
        return compared;
    }

    /** What does not fit; empty if all does. */
    List<String> differences() {
        var offered = new TreeSet<String>();
        var late = new TreeSet<String>();
        var soon = new TreeSet<String>();
        var allSeen = true;
        for (var person : town.people().all()) {
            var tasks = person.tasks();
            for (var task : tasks) {
                var number = task.path("number").asText();
                offered.add(number);
                switch (task.path("due").path("state").asText()) {
                    case "late" -> late.add(number);
                    case "soon" -> soon.add(number);
                    default -> {}
                }
            }
            allSeen &= Screens.whole(tasks);
            screensOf(person, tasks);
        }
        var backlog = backlog("");
        whatIsOpen(backlog);
        late.retainAll(backlog);
        soon.retainAll(backlog);
        soon.removeAll(late);
        var overdue = backlog("?state=overdue");
        var dueSoon = backlog("?state=dueSoon");
        if (allSeen) {
            nobodyForgets(offered);
            // Of what waits for the resident alone nobody has a task.
            same("late: backlog and lists of tasks", within(overdue, offered), late);
            same("soon: backlog and lists of tasks", within(dueSoon, offered), soon);
        } else {
            // What is behind the end of a full list nobody told; what was told must be so all the same.
            same("late: lists of tasks and not the backlog", without(late, overdue), Set.of());
            same("soon: lists of tasks and neither in the backlog", without(without(soon, overdue), dueSoon), Set.of());
        }
        supervisorsFigures(backlog.size(), overdue.size(), dueSoon.size());
        ledger();
        return differences;
    }

    /** Of somebody whose list is full only the counts can be laid beside each other. */
    private void screensOf(Person person, JsonNode tasks) {
        if (Screens.whole(tasks)) {
            var listed = Screens.count(tasks);
            person.screens().others().forEach((screen, count) -> same(person.user() + ", " + screen, count, listed));
            return;
        }
        var counts = person.screens().counting();
        same(person.user() + ", counts", counts.get("counts"), counts.get("Tasklist"));
    }

    private void whatIsOpen(Set<String> backlog) {
        var seen = town.filed().stream()
                .filter(Filed::supervised)
                .map(Filed::number)
                .filter(supervisor::sees)
                .collect(Collectors.toCollection(TreeSet::new));
        var ours = town.filed().stream().map(Filed::number).collect(Collectors.toSet());
        same("open: backlog and residents' pages", within(backlog, ours), seen);
    }

    private void nobodyForgets(Set<String> offered) {
        var withNobody = town.filed().stream()
                .filter(Filed::open)
                .filter(f -> !offered.contains(f.number()))
                .filter(f -> !f.status().equals("feedback"))
                .map(Filed::number)
                .collect(Collectors.toCollection(TreeSet::new));
        same("open appeals in nobody's list of tasks", withNobody, Set.of());
    }

    private void supervisorsFigures(int open, int overdue, int dueSoon) {
        var summary = supervisor.api().get("/api/supervision/summary").json();
        same("summary, open", summary.path("open").asInt(), open);
        same("summary, overdue", summary.path("overdue").asInt(), overdue);
        same("summary, due soon", summary.path("dueSoon").asInt(), dueSoon);
        for (var figure : List.of("open", "overdue", "dueSoon", "waiting")) {
            same(
                    "sum of the units, " + figure,
                    sum(summary.path("units"), figure),
                    summary.path(figure).asInt());
        }
        var page = supervisor.browser().get("/desk/supervision").body();
        same("supervisor's page, open", shown(page, ""), open);
        same("supervisor's page, overdue", shown(page, "\\?state=overdue"), overdue);
        same("supervisor's page, due soon", shown(page, "\\?state=dueSoon"), dueSoon);
    }

    private void ledger() {
        var report = town.people().one("auditor").api().get("/api/sla/verify").json();
        same("ledger, " + report.path("firstBad"), report.path("sound").asBoolean(), true);
    }

    private Set<String> backlog(String question) {
        return supervisor
                .browser()
                .get("/desk/supervision/backlog.csv" + question)
                .body()
                .lines()
                .filter(line -> line.matches("[A-Z]{2}-\\d{8}-.*"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void same(String what, Object told, Object expected) {
        compared++;
        if (!told.equals(expected)) {
            differences.add(what + ": " + told + ", not " + expected);
        }
    }

    private static Set<String> within(Set<String> numbers, Set<String> others) {
        return numbers.stream().filter(others::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> numbers, Set<String> others) {
        return numbers.stream()
                .filter(number -> !others.contains(number))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int sum(JsonNode lines, String field) {
        var sum = 0;
        for (var line : lines) {
            sum += line.path(field).asInt();
        }
        return sum;
    }

    private static int shown(String page, String question) {
        var found = Pattern.compile("/desk/supervision/appeals" + question + "\"><b>(\\d+)</b>")
                .matcher(page);
        return found.find() ? Integer.parseInt(found.group(1)) : -1;
    }
}
