package org.minqing.attachment;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.merging.Reporters;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that come after the filing, as long as the appeal is open: of the resident, and of whoever handles it. */
@Service
public class AddedFiles {

    private static final String FIELD = "attachments";

    private final Attachments attachments;
    private final Appeals appeals;
    private final Reporters reporters;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    AddedFiles(
            Attachments attachments,
            Appeals appeals,
            Reporters reporters,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.attachments = attachments;
        this.appeals = appeals;
        this.reporters = reporters;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @throws Refusal      if nobody holds that code, he has withdrawn, or the matter has ended
     * @throws InvalidInput if there are none, or one of them is not his to use
     */
    @Transactional
    public void byResident(String trackingCode, List<UUID> ids) {
        var own = appeals.findByTrackingCode(trackingCode).orElseThrow(Refusal::notFound);
        // Whatever it was merged into: that is what is handled.
        var handled = reporters.original(own);
        if (reporters.part(own).me().withdrawn()) {
            throw Refusal.conflict("您已经撤回，不能再补充。", "It was withdrawn.");
        }
        add(own.number(), handled.number(), Actor.RESIDENT, AttachmentUse.ADDED, ids);
    }

    /** The same by staff; the caller has checked that he may. */
    @Transactional
    public void byStaff(String number, Actor by, AttachmentUse use, List<UUID> ids) {
        add(number, number, by, use, ids);
    }

    /** @param handled number of what is handled; another than the appeal's own where that was merged */
    private void add(String number, String handled, Actor by, AttachmentUse use, List<UUID> ids) {
        if (ids.isEmpty()) {
            throw new InvalidInput(FIELD, "请选择照片或文件", "is required");
        }
        var open = appeals.open(handled);
        attachments.take(ids, number, use, by.person(), FIELD);
        events.publishEvent(new AppealEvent.FilesAdded(
                handled, open.state().round(), clock.instant(), by, "补充了 " + ids.size() + " 个附件（" + use.label() + "）"));
    }
}
