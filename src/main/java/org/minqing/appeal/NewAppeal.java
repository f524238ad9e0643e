package org.minqing.appeal;

/**
 * What is known of an appeal at its registration. The rest comes later, and is not there before.
 *
 * @param type        a code of {@link org.minqing.appeal.kind.AppealTypes}
 * @param unit        where it happened, which makes the first response; the locality itself while nobody knows
 * @param lng         degrees east, or null
 * @param lat         degrees north, or null
 * @param description what the resident said, unedited
 * @param massed      one of so many of one source that its tasks wait behind others
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
        Double lng,
        Double lat,
        String title,
        String description,
        Facts facts,
        boolean massed) {}
