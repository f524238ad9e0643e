package org.minqing.appeal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One appeal as it stands now: facts and responsibilities, no contact data and not the resident's words. Only read: what
 * happens to it goes through {@link Appeals#open}.
 *
 * @param number      an {@link AppealNumber} as text
 * @param type        a code of {@link org.minqing.appeal.kind.AppealTypes}
 * @param trackingCode null for a sub-case: nobody follows it but as part of the whole
 * @param unit        where it happened: code of a unit of the locality
 * @param recordedBy  user id of the member of staff who wrote it down, or null if the resident did
 * @param decided     null until the decisions are taken; read it through {@link #decision()}
 * @param respondUnit the unit that makes the first response
 * @param respondPost its post, if somebody named one; null if those of the decision table respond
 * @param round       0 for the first handling, one more for each redo
 * @param outcome     null before there is a result
 * @param closedAt    null while open
 * @param mergedInto  number of the original if this was a duplicate, else null
 * @param massed      one of so many of one source that its tasks wait behind others
 * @param parent      number of the appeal of which it was split as a sub-case, else null
 */
public record Appeal(
        String number,
        String locality,
        String channel,
        String type,
        String category,
        String unit,
        String address,
        String title,
        Facts facts,
        String trackingCode,
        Instant submittedAt,
        String recordedBy,
        AppealStatus status,
        Decision decided,
        String respondUnit,
        String respondPost,
        int round,
        String outcome,
        Instant closedAt,
        String mergedInto,
        boolean massed,
        String parent) {

    /** It was split from another, whose handler answers the resident (分件). */
    public boolean subCase() {
        return parent != null;
    }

    /** It was received, and nobody answers for it yet. */
    public boolean undecided() {
        return decided == null;
    }

    /** Empty between the receipt and the first decisions, which one transaction holds together. */
    public Optional<Decision> decision() {
        return Optional.ofNullable(decided);
    }

    /** For people; empty while it is undecided. */
    public String urgencyName() {
        return decision().map(Decision::urgencyName).orElse("");
    }

    /** For people; empty while it is undecided. */
    public String tierName() {
        return decision().map(d -> d.tier().name()).orElse("");
    }

    /** Code of the unit that handles it now; empty while it is undecided. */
    public String handlingUnit() {
        return decision().map(d -> d.who().unit()).orElse("");
    }

    /** How it is taken because of its type; empty while it is undecided. */
    public Optional<Track> track() {
        return decision().map(Decision::track);
    }

    /** The posts that may make the first response. */
    public List<String> respondPosts() {
        return respondPost == null
                ? decision().map(d -> d.who().respondPosts()).orElse(List.of())
                : List.of(respondPost);
    }

    /** Those that set out at once because somebody was in danger. */
    public List<String> dangerPosts() {
        return decision().map(d -> d.who().dangerPosts()).orElse(List.of());
    }

    /** Whether few may know of it; false while it is undecided. */
    public boolean confidential() {
        return track().filter(t -> t.code().equals(Track.CONFIDENTIAL)).isPresent();
    }

    /** The posts that help the leading one. */
    public List<String> assistPosts() {
        return decision().map(d -> d.who().assistPosts()).orElse(List.of());
    }
}
