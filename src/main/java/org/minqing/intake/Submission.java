package org.minqing.intake;

import org.minqing.appeal.Facts;

/**
 * What a resident, or somebody for him, hands in. Already checked.
 *
 * @param unit  code of the unit where it happened; the locality itself when the resident does not know
 * @param lng   degrees east, or null
 * @param lat   degrees north, or null
 * @param name  of the resident, or null
 * @param phone of the resident, or null
 * @param accused whom he complains about, in his words; null if nobody who works here
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
        Double lng,
        Double lat,
        String name,
        String phone,
        boolean anonymous,
        String accused,
        Facts facts) {}
