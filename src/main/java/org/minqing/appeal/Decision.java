package org.minqing.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What the decision tables of the round answered, and who answers for the appeal since.
 *
 * @param track        how it is taken because of its type
 * @param urgency      code of the urgency
 * @param urgencyName  its Chinese name
 * @param who          at first as decided; a dispatcher or a supervisor may have named another unit and post
 * @param answerWithin how long the resident may take to rate the result
 */
public record Decision(
        Track track, String urgency, String urgencyName, TierChoice tier, Responsibility who, Duration answerWithin) {

    /** From a row of the appeal: its columns are empty together or not at all, and then this is null. */
    static Decision read(ResultSet rs) throws SQLException {
        var tier = new TierChoice(rs.getString("tier"), rs.getString("tier_name"), rs.getString("route"));
        if (tier.tier().isEmpty()) {
            return null;
        }
        return new Decision(
                new Track(rs.getString("track"), rs.getString("track_name"), rs.getBoolean("rated")),
                rs.getString("urgency"),
                rs.getString("urgency_name"),
                tier,
                new Responsibility(
                        rs.getString("handling_unit"),
                        rs.getString("handling_post"),
                        Responsibility.posts(rs.getString("assist_posts")),
                        Responsibility.posts(rs.getString("respond_posts")),
                        Responsibility.posts(rs.getString("danger_posts"))),
                Duration.parse(rs.getString("answer_within")));
    }
}
