package org.minqing.note;

import java.time.InstantSource;
import java.util.List;
import org.minqing.access.AppealAccess;
import org.minqing.access.AppealReaders;
import org.minqing.access.Capacity;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.organisation.Role;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.minqing.security.Colleagues.Colleague;
import org.minqing.security.StaffMember;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notes on appeals. Whoever may see an appeal reads them, and writes them unless he audits: he changes nothing. Their words stand
 * in one table and nowhere else.
 */
@Service
public class Notes {

    private final AppealAccess access;
    private final AppealReaders readers;
    private final Appeals appeals;
    private final Capacity capacity;
    private final NoteRules rules;
    private final NoteRows rows;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Notes(
            AppealAccess access,
            AppealReaders readers,
            Appeals appeals,
            Capacity capacity,
            NoteRules rules,
            NoteRows rows,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.access = access;
        this.readers = readers;
        this.appeals = appeals;
        this.capacity = capacity;
        this.rules = rules;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** Oldest first. The caller has checked that whoever reads may see the appeal. */
    public List<Note> of(Appeal appeal) {
        return rows.of(appeal.number());
    }

    /** Whether somebody who sees an appeal may write. */
    public boolean mayWrite(StaffMember person) {
        return !person.is(Role.AUDITOR);
    }

    /** @throws Refusal as if there were no such appeal, if he may not */
    public Appeal writable(StaffMember person, String number) {
        var appeal = access.visible(person, number);
        if (!mayWrite(person)) {
            throw Refusal.notFound();
        }
        return appeal;
    }

    /** Whom he may mention: everybody else who may see the appeal, and whom it is about, who then hears nothing. */
    public List<Colleague> mentionable(StaffMember person, Appeal appeal) {
        return readers.of(appeal).stream()
                .filter(colleague -> !colleague.userId().equals(person.userId()))
                .toList();
    }

    /**
     * @param mention user id of a colleague who is to look at it; empty for nobody
     * @throws InvalidInput if nothing is said or too much, or whoever is mentioned is not {@link #mentionable}: whether there is somebody
     *                      of that name is not told
     * @throws Refusal      if he may not, he has said that already, or there is no room for more
     */
    @Transactional
    public void write(StaffMember person, String number, String typed, String mention) {
        var appeal = writable(person, number);
        var text = text(typed);
        if (!mention.isEmpty() && (mention.equals(person.userId()) || !readers.seems(mention, appeal))) {
            throw new InvalidInput("mention", "请从名单里选一位看得到这件诉求的同事", "is nobody who may be mentioned here");
        }
        appeals.lock(number);
        var before = rows.of(number);
        if (before.size() >= rules.most()) {
            throw Refusal.conflict(
                    "这件诉求已经有 " + rules.most() + " 条备注，不能再写。", "The appeal has " + rules.most() + " notes already.");
        }
        if (before.stream()
                .reduce((first, last) -> last)
                .filter(last -> same(last, person, text))
                .isPresent()) {
            throw Refusal.conflict("这条备注刚才已经保存。", "That note is there already.");
        }
        var to = mention.isEmpty() ? null : mention;
        rows.add(number, capacity.of(person, appeal), text, to, clock.instant());
        if (to != null) {
            events.publishEvent(new Mentioned(number, to));
        }
    }

    /**
     * Its text is erased; that it was there stays. Withdrawing twice changes nothing.
     *
     * @throws Refusal as if there were no such note, if it is not his
     */
    @Transactional
    public void withdraw(StaffMember person, String number, String id) {
        var appeal = writable(person, number);
        var note = rows.of(appeal.number()).stream()
                .filter(n -> String.valueOf(n.id()).equals(id) && n.by().equals(person.userId()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        rows.withdraw(note.id(), clock.instant());
    }

    /** Whoever sends the form twice has said it once. */
    private static boolean same(Note last, StaffMember person, String text) {
        return last.by().equals(person.userId()) && text.equals(last.text());
    }

    private String text(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            throw new InvalidInput("note", "请写备注", "is required");
        }
        TextRule.flaw("note", text, rules.longest()).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        return text;
    }
}
