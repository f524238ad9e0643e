package org.minqing.people.web;

import java.util.ArrayList;
import java.util.List;
import org.minqing.page.Search;
import org.minqing.people.People;
import org.minqing.people.PersonAct;
import org.minqing.people.PersonActKind;
import org.minqing.people.PersonActs;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** What was done about accounts, as people read it. */
@Component
class ActLines {

    static final int PAGE = 50;

    private final PersonActs acts;
    private final People people;

    ActLines(PersonActs acts, People people) {
        this.acts = acts;
        this.people = people;
    }

    /** @param details each a sentence */
    record ActLine(String at, String by, String kind, String person, String name, List<String> details) {}

    record Found(long total, int page, long pages, List<ActLine> rows) {}

    /** @param locality as {@code person} null for all */
    Found find(String locality, String person, int page) {
        var total = acts.count(locality, person);
        var rows = acts.find(locality, person, PAGE, Search.before(page, PAGE));
        return new Found(
                total,
                page,
                Search.pages(total, PAGE),
                rows.stream().map(this::line).toList());
    }

    private ActLine line(PersonAct act) {
        return new ActLine(
                Times.iso(act.at()), act.by(), act.kind().label(), act.person(), act.nameAfter(), details(act));
    }

    private List<String> details(PersonAct act) {
        var details = new ArrayList<String>();
        if (act.byList()) {
            details.add("随名册导入");
        }
        if (act.nameBefore() != null && !act.nameBefore().equals(act.nameAfter())) {
            details.add("姓名由 " + act.nameBefore() + " 改为 " + act.nameAfter());
        }
        posts(details, "新任", act.postsAfter(), act.postsBefore());
        posts(details, act.kind() == PersonActKind.CLOSED ? "收回" : "卸任", act.postsBefore(), act.postsAfter());
        if (act.tasks() > 0) {
            details.add("在手任务 " + act.tasks() + " 件退回岗位");
        }
        if (!act.reason().isEmpty()) {
            details.add("原因：" + act.reason());
        }
        return details;
    }

    private void posts(List<String> details, String word, List<String> these, List<String> butThose) {
        var labels = these.stream()
                .filter(group -> !butThose.contains(group))
                .map(people::label)
                .toList();
        if (!labels.isEmpty()) {
            details.add(word + "：" + String.join("、", labels));
        }
    }
}
