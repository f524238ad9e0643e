package org.minqing.appeal;

import org.minqing.position.Position;

/**
 * What is known of an appeal at its registration. The rest comes later, and is not there before.
 *
 * @param type        a code of {@link org.minqing.appeal.kind.AppealTypes}
 * @param unit        where it happened, which makes the first response; the locality itself while nobody knows
 * @param position    as it was taken, or null
 * @param description what the resident said, unedited
 * @param massed      one of so many of one source that its tasks wait behind others
 * @param parent      number of the appeal of which it is a sub-case, else null: then it has no tracking code, and whoever
 *                    handles the whole has reached the resident
 */
public record NewAppeal(
        AppealNumber number,
        String trackingCode,
        String locality,
        String channel,
        String type,
        String category,
        String unit,
        String address,
        Position position,
        String title,
        String description,
        Facts facts,
        boolean massed,
        String parent) {}
