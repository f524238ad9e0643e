package org.minqing.intake;

import java.util.List;
import java.util.UUID;
import org.minqing.appeal.Facts;
import org.minqing.position.Position;
import org.minqing.relay.Relayer;

/**
 * What a resident, or somebody for him, hands in. Already checked.
 *
 * @param unit  code of the unit where it happened; the locality itself when the resident does not know
 * @param position where it is, as it was taken; or null
 * @param name  of the resident, or null
 * @param phone of the resident, or null
 * @param notice version of the privacy notice that the resident was shown, or null
 * @param accused whom he complains about, in his words; null if nobody who works here
 * @param attachments ids of what was sent before and belongs to it
 * @param relayedBy through whose hands it came, the first who told of it first; empty if the resident told of it himself
 */
public record Submission(
        String locality,
        String channel,
        String type,
        String category,
        String title,
        String description,
        String unit,
        String address,
        Position position,
        String name,
        String phone,
        boolean anonymous,
        String notice,
        String accused,
        List<UUID> attachments,
        List<Relayer> relayedBy,
        Facts facts) {}
