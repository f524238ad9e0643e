package org.minqing.proof.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.minqing.support.Api;

/** An appeal of the day, as its resident knows it. */
final class Filed {

    private static final Set<String> ENDS = Set.of("closed", "closed_unanswered", "withdrawn", "merged");

    private final Api resident;
    private final String number;
    private final String code;
    private boolean ended;
    private boolean reviewed;
    private boolean underReview;

    Filed(Api resident, String number, String code) {
        this.resident = resident;
        this.number = number;
        this.code = code;
    }

    String number() {
        return number;
    }

    /** What his page tells now. */
    JsonNode page() {
        var answer = resident.get("/api/track/" + code);
        if (answer.status() != 200) {
            throw new AssertionError(
                    number + " cannot be followed: " + answer.raw().body());
        }
        var reviews = answer.json().path("review").path("reviews");
        reviewed = !reviews.isEmpty();
        underReview = reviews.findValuesAsText("state").contains("running");
        ended = ENDS.contains(answer.json().path("status").asText());
        return answer.json();
    }

    String status() {
        return page().path("status").asText();
    }

    /** What has ended stays so, and is not asked again, unless the level above reviews it. */
    boolean open() {
        if (!ended || reviewed) {
            page();
        }
        return !ended;
    }

    /** As far as it was seen last. */
    boolean seenOpen() {
        return !ended;
    }

    Api.Answer send(String path, String body) {
        return resident.post("/api/track/" + code + path, body);
    }

    /** The same, and what had ended and lies with the level above: asked anew, because that begins after the end. */
    boolean supervised() {
        // Of a merged one the original is reviewed, and counted.
        var merged = page().path("status").asText().equals("merged");
        return !ended || underReview && !merged;
    }
}
