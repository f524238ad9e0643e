package org.minqing.household.sheet;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.minqing.appeal.Actor;
import org.minqing.household.Bringing;
import org.minqing.household.Bringing.Brought;
import org.minqing.household.HouseholdDraft;
import org.minqing.household.Households;
import org.minqing.household.sheet.ImportParts.Part;
import org.minqing.security.StaffAccount;
import org.minqing.security.StaffDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes on with sheets, some households at a time: a transaction in which they are looked through or brought in, deleted from what is
 * left, and counted. Killed at any moment, nothing is lost and nothing is done twice; whichever node comes by goes on.
 */
@Component
public class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int MOST_FAILURES = 5;

    private final ImportRows rows;
    private final ImportParts parts;
    private final ImportErrors errors;
    private final SheetHeadings headings;
    private final SheetRules rules;
    private final SheetAccess access;
    private final StaffDirectory directory;
    private final Matching matching;
    private final Bringing bringing;
    private final Households households;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    ImportRun(
            ImportRows rows,
            ImportParts parts,
            ImportErrors errors,
            SheetHeadings headings,
            SheetRules rules,
            SheetAccess access,
            StaffDirectory directory,
            Matching matching,
            Bringing bringing,
            Households households,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.rows = rows;
        this.parts = parts;
        this.errors = errors;
        this.headings = headings;
        this.rules = rules;
        this.access = access;
        this.directory = directory;
        this.matching = matching;
        this.bringing = bringing;
        this.households = households;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return whether there may be more to do right now */
    public boolean step() {
        var waiting = rows.waiting();
        if (waiting.isEmpty()) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(
                    transaction.execute(tx -> rows.take().map(this::turn).orElse(false)));
        } catch (RuntimeException e) {
            // Without the cause, which may quote what is secret.
            LOG.warn(
                    "住户表格 {} 有一批没有做成，再试。A batch of a sheet of households failed: {}",
                    waiting.get(),
                    e.getClass().getSimpleName());
            failed(waiting.get());
            return false;
        }
    }

    private void failed(UUID id) {
        transaction.executeWithoutResult(tx -> {
            if (rows.failed(id) >= MOST_FAILURES) {
                rows.find(id).ifPresent(this::stop);
            }
        });
    }

    private void stop(SheetImport sheet) {
        rows.move(sheet.id(), sheet.state(), ImportState.STOPPED, null);
    }

    private boolean turn(SheetImport sheet) {
        var person = directory.account(sheet.by()).map(StaffAccount::member).filter(access::mayBring);
        if (person.isEmpty()) {
            stop(sheet);
        } else if (sheet.state() == ImportState.CHECKING) {
            parts.unchecked(sheet.id()).ifPresentOrElse(part -> check(sheet, part), () -> end(sheet));
        } else {
            parts.left(sheet.id())
                    .ifPresentOrElse(part -> bring(sheet, access.as(person.get()), part), () -> end(sheet));
        }
        return true;
    }

    private void end(SheetImport sheet) {
        var done = sheet.state() == ImportState.RUNNING;
        rows.move(
                sheet.id(),
                sheet.state(),
                done ? ImportState.DONE : ImportState.CHECKED,
                done ? clock.instant() : null);
    }

    private void check(SheetImport sheet, Part part) {
        matched(sheet, part);
        parts.checked(part.id());
    }

    private void bring(SheetImport sheet, Actor by, Part part) {
        var matched = matched(sheet, part);
        bringing.bring(
                sheet.locality(),
                by,
                matched.stream().filter(Match::fresh).map(this::brought).toList());
        matched.stream()
                .filter(Match::changed)
                .forEach(match -> bringing.amend(match.household(), by, match.amendment()));
        parts.delete(part.id());
    }

    private Brought brought(Match match) {
        var listed = match.listed();
        return new Brought(
                new HouseholdDraft(
                        listed.unit(), listed.address(), null, households.today(), listed.worker(), listed.covering()),
                listed.people().stream().map(ListedHousehold.Person::about).toList(),
                List.of(),
                listed.notes(),
                null);
    }

    /** Counts them, and writes down what is wrong by now. */
    private List<Match> matched(SheetImport sheet, Part part) {
        var matched = matching.match(sheet.locality(), sheet.by(), headings.of(sheet.locality()), part.households());
        errors.add(
                sheet.id(),
                matched.stream().flatMap(match -> match.errors().stream()).toList());
        var fresh = (int) matched.stream().filter(Match::fresh).count();
        var changed = (int) matched.stream().filter(Match::changed).count();
        var wrong = (int) matched.stream().filter(Match::wrong).count();
        rows.count(sheet.id(), fresh, changed, matched.size() - fresh - changed - wrong, wrong);
        return matched;
    }

    /** What nobody confirmed for long is kept no longer, nor is what was wrong in sheets of long ago. */
    void forget() {
        var now = clock.instant();
        rows.forgotten(now, Duration.ofHours(rules.confirmWithin()))
                .forEach(id -> transaction.executeWithoutResult(tx -> discard(id)));
        errors.forget(now.minus(Duration.ofDays(rules.errorsKept())));
    }

    /** In a transaction; one that is moving or over stays as it is. */
    void discard(UUID id) {
        var now = clock.instant();
        if (rows.move(id, ImportState.CHECKED, ImportState.DISCARDED, now)
                || rows.move(id, ImportState.STOPPED, ImportState.DISCARDED, now)) {
            parts.deleteAll(id);
        }
    }
}
