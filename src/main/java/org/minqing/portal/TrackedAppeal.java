package org.minqing.portal;

import java.time.Instant;
import java.util.List;
import org.minqing.time.Times;

/**
 * What a resident may see of his appeal: units and posts, no names, no numbers of staff, no contact data.
 *
 * @param description what he said, word by word; what staff made of it for themselves is not here
 * @param statusName in plain words
 * @param phases     the locality's own words for the phases, in order, and whether each is reached
 * @param canRate    a result waits for a rating
 * @param contact    the contact that staff wrote down and about which the resident is asked; null if there is none
 */
record TrackedAppeal(
        String number,
        String localityName,
        String deskPhone,
        String typeName,
        String categoryName,
        String title,
        String description,
        String status,
        String statusName,
        List<Phase> phases,
        Promises promises,
        List<Step> timeline,
        boolean canRate,
        boolean canWithdraw,
        String contact,
        List<Question> questions) {

    /**
     * What staff want to know of the resident.
     *
     * @param who    unit and post
     * @param answer null while it waits
     */
    public record Question(String id, String words, String who, String question, String answer) {}

    public record Phase(String name, boolean reached) {}

    /** ISO times with +08:00, and words for people; outcome is null while the clock runs. */
    public record Promises(Promise respondBy, Promise resolveBy) {}

    public record Promise(String at, String words, String outcome) {}

    /** One public step. */
    public record Step(String at, String words, String who, String what) {

        static Step of(Instant at, String who, String what) {
            return new Step(Times.iso(at), Times.words(at), who, what);
        }
    }
}
