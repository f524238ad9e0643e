package org.minqing.attachment;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.attachment.content.CleanFile;
import org.minqing.attachment.content.Cleaning;
import org.minqing.attachment.store.AttachmentStore;
import org.minqing.code.Ids;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.springframework.core.io.Resource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Attachments: one is sent first and belongs to nobody; whoever knows its id, which nobody guesses, has an appeal take it up.
 * What none takes up dies after {@code unusedFor} of {@code attachments.yml}.
 */
@Service
public class Attachments {

    static final String WHOLE = "whole";
    private static final String SMALL = "small";
    private static final int LONGEST_REASON = 200;

    private final AttachmentRules rules;
    private final Cleaning cleaning;
    private final AttachmentRows rows;
    private final AttachmentStore store;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    Attachments(
            AttachmentRules rules,
            Cleaning cleaning,
            AttachmentRows rows,
            AttachmentStore store,
            TransactionOperations transaction,
            InstantSource clock) {
        this.rules = rules;
        this.cleaning = cleaning;
        this.rows = rows;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps one, or tells of the one that came before with the same key and bytes.
     *
     * @throws InvalidInput if it is empty, too large, not what its name or its digest says, or of a type that is not taken
     * @throws Refusal      if too much was sent already that nothing has used
     */
    public Attachment keep(Upload upload) {
        return keep(UUID.randomUUID(), upload);
    }

    /** The same under an id that is known already. */
    Attachment keep(UUID id, Upload upload) {
        var bytes = upload.bytes();
        if (bytes.length == 0) {
            throw new InvalidInput("file", "文件是空的", "is empty");
        }
        if (upload.sha256() != null && !upload.sha256().equalsIgnoreCase(DigestUtils.sha256Hex(bytes))) {
            throw new InvalidInput("sha256", "文件没有传完整，请重新上传", "is not the digest of what arrived");
        }
        var before = rows.sent(upload.sent());
        if (before.isPresent()) {
            return before.get();
        }
        var type = cleaning.typeOf(bytes, upload.name());
        rules.check(type, bytes.length, upload.person() != null);
        // Before there is a transaction: it takes the time of a picture, and no connection waits for that.
        var file = cleaning.clean(bytes, type);
        var row = NewRow.of(file, upload.person(), upload.sent());
        try {
            return keep(id, row, file);
        } catch (DuplicateKeyException e) {
            // A twin of this try was faster.
            return rows.sent(upload.sent()).orElseThrow(() -> e);
        }
    }

    private Attachment keep(UUID id, NewRow row, CleanFile file) {
        transaction.executeWithoutResult(tx -> {
            requireRoom(row.bytes());
            rows.insert(id, row, clock.instant());
            store.keep(id, WHOLE, file.whole());
            if (file.small() != null) {
                store.keep(id, SMALL, file.small());
            }
        });
        return rows.unused(List.of(id)).get(0);
    }

    /** @throws Refusal if too much was sent already that nothing has used */
    void requireRoom(long bytes) {
        if (rows.unusedBytes() + bytes > rules.unusedTogether()) {
            throw Refusal.conflict("这会儿传来的文件太多，请稍后再试；文字可以先提交，照片以后再补。", "Too many unused files; try later.");
        }
    }

    /**
     * An appeal takes them up, in the transaction of the caller.
     *
     * @param field  the field that named them, for telling which is wrong
     * @param person user id of the member of staff who acts; null for a resident. Nobody takes what a member of staff sent but
     *               himself
     * @return what they are
     * @throws InvalidInput if one of them is not there or was used, or there are too many
     */
    @Transactional
    public List<Attachment> take(List<UUID> ids, String appeal, AttachmentUse use, String person, String field) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = rows.unused(ids).stream()
                .filter(a -> a.person() == null || a.person().equals(person))
                .toList();
        for (int i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            if (ids.indexOf(id) != i || found.stream().noneMatch(a -> a.id().equals(id))) {
                throw new InvalidInput(field + "[" + i + "]", "这个附件不存在、已经用过，或者放得太久失效了，请重新上传", "is unknown or was used");
            }
        }
        new Counted(rules, rows.of(List.of(appeal))).check(found, field);
        var now = clock.instant();
        ids.forEach(id -> rows.take(id, appeal, use, now));
        return found;
    }

    /** What one resident sees: of his appeal, and of the whole that it is a part of. The caller has checked that he may. */
    public List<Attachment> of(Appeal appeal) {
        return rows.of(own(appeal));
    }

    /** What staff see: also of those whose appeals were merged into it. The caller has checked that whoever asks may see it. */
    public List<Attachment> ofAll(Appeal appeal) {
        return rows.of(all(appeal));
    }

    private static List<String> own(Appeal appeal) {
        return appeal.subCase() ? List.of(appeal.number(), appeal.parent()) : List.of(appeal.number());
    }

    private List<String> all(Appeal appeal) {
        return own(appeal).stream()
                .flatMap(number -> rows.reporters(number).stream())
                .toList();
    }

    /**
     * One of {@link #of}; nothing that was hidden.
     *
     * @throws Refusal if the appeal has no such attachment
     */
    public Attachment get(Appeal appeal, String id) {
        return find(own(appeal), id);
    }

    /**
     * One of {@link #ofAll}; nothing that was hidden.
     *
     * @throws Refusal if the appeal has no such attachment
     */
    public Attachment getForStaff(Appeal appeal, String id) {
        return find(all(appeal), id);
    }

    private Attachment find(List<String> appeals, String id) {
        return Ids.of(id)
                .flatMap(known -> rows.find(appeals, known))
                .filter(a -> a.hidden() == null)
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Nobody sees it any more; that it was there, and the reason, stay. The caller has checked that he may.
     *
     * @throws InvalidInput if the reason is too short or too long
     * @throws Refusal      if somebody else was faster
     */
    @Transactional
    public void hide(Attachment attachment, Actor by, String typed) {
        var reason = typed.strip();
        if (reason.codePointCount(0, reason.length()) < rules.shortestReason()) {
            throw new InvalidInput(
                    "reason",
                    "请写明理由，至少 " + rules.shortestReason() + " 个字",
                    "must have at least " + rules.shortestReason() + " characters");
        }
        TextRule.flaw("reason", reason, LONGEST_REASON).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        if (!rows.hide(attachment, clock.instant(), by, reason)) {
            throw Refusal.conflict("这个附件已经隐藏了。", "It is hidden already.");
        }
    }

    /**
     * Its bytes.
     *
     * @param small the small one of a photo
     * @throws Refusal if there is no small one
     */
    public Resource file(Attachment attachment, boolean small) {
        return rows.part(attachment.id(), small)
                .map(part -> new AttachmentFile(store, attachment.id(), small ? SMALL : WHOLE, part))
                .orElseThrow(Refusal::notFound);
    }
}
