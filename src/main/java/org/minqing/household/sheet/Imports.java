package org.minqing.household.sheet;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.minqing.code.Ids;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody does with sheets of his locality; the program goes through them afterwards, see {@link ImportRun}. */
@Service
public class Imports {

    private static final int NEWEST = 10;

    private final SheetAccess access;
    private final SheetReading reading;
    private final SheetRules rules;
    private final ImportRows rows;
    private final ImportParts parts;
    private final ImportErrors errors;
    private final ImportRun run;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Imports(
            SheetAccess access,
            SheetReading reading,
            SheetRules rules,
            ImportRows rows,
            ImportParts parts,
            ImportErrors errors,
            ImportRun run,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.access = access;
        this.reading = reading;
        this.rules = rules;
        this.rows = rows;
        this.parts = parts;
        this.errors = errors;
        this.run = run;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Newest first. */
    public List<SheetImport> newest(StaffMember person) {
        access.requireBringing(person);
        return rows.newest(person.locality(), NEWEST);
    }

    /** What is wrong in it, in its order. */
    public List<RowError> errors(StaffMember person, String id, int most) {
        return errors.of(his(person, id).id(), most);
    }

    /** In how many rows of it something is wrong. */
    public int wrongRows(SheetImport sheet) {
        return errors.rows(sheet.id());
    }

    /**
     * Keeps a sheet, encrypted, to be looked through; one that waits to be confirmed is discarded for it.
     *
     * @throws InvalidInput if it cannot be one
     * @throws Refusal      if another one of the locality is under way
     */
    public void upload(StaffMember person, byte[] file) {
        access.requireBringing(person);
        requireStill(person.locality());
        var read = reading.read(person.locality(), file);
        try {
            transaction.executeWithoutResult(tx -> keep(person, read));
        } catch (DuplicateKeyException e) {
            throw underWay();
        }
    }

    private void keep(StaffMember person, SheetGathering.Read read) {
        requireStill(person.locality());
        rows.newest(person.locality(), NEWEST).forEach(before -> run.discard(before.id()));
        var id = UUID.randomUUID();
        rows.insert(id, person.locality(), read, person.userId(), clock.instant());
        parts.add(id, read.households(), rules.batch());
        errors.add(id, read.errors());
    }

    private void requireStill(String locality) {
        if (rows.newest(locality, NEWEST).stream().anyMatch(SheetImport::moving)) {
            throw underWay();
        }
    }

    private static Refusal underWay() {
        return Refusal.conflict("本镇街有一份表格正在处理，完成以后再上传。", "Another sheet of this locality is under way.");
    }

    /**
     * Brings it in, without those of its households of which something is wrong.
     *
     * @throws Refusal if somebody else sent it, or it is not to be confirmed now
     */
    @Transactional
    public void confirm(StaffMember person, String id) {
        var sheet = his(person, id);
        if (!sheet.by().equals(person.userId())) {
            throw Refusal.notFound();
        }
        if (!sheet.ready() || !rows.move(sheet.id(), ImportState.CHECKED, ImportState.RUNNING, null)) {
            throw Refusal.conflict("这份表格现在不能导入，请看它的状态。", "That sheet cannot be brought in now.");
        }
        rows.begin(sheet.id());
    }

    /** Nothing of it is kept. */
    @Transactional
    public void discard(StaffMember person, String id) {
        run.discard(his(person, id).id());
    }

    /** Whoever of the locality may bring sheets in sees those of the others, and may discard them. */
    private SheetImport his(StaffMember person, String id) {
        access.requireBringing(person);
        return Ids.of(id)
                .flatMap(rows::find)
                .filter(sheet -> sheet.locality().equals(person.locality()))
                .orElseThrow(Refusal::notFound);
    }
}
