package org.minqing.feedback;

import java.time.Instant;
import org.minqing.appeal.Contact;
import org.minqing.time.Times;

/**
 * A contact as a member of staff told it.
 *
 * @param first      whether it was the first response
 * @param person     user id of the member of staff
 * @param recordedAt when it was written down
 * @param denied     whether the resident said that nobody reached him; null while he has said nothing
 */
public record ContactClaim(long id, boolean first, Contact contact, String person, Instant recordedAt, Boolean denied) {

    /** Such as {@code 11月21日 09:20 电话联系（居民本人）}. */
    public String words() {
        return Times.words(contact.at()) + " " + way() + (contact.reached() ? "（" + met() + "）" : "，未联系上");
    }

    /** Whether the resident is asked about it: he can know, and has not answered. */
    boolean asks() {
        return contact.knownToResident() && denied == null;
    }

    private String way() {
        return switch (contact.how()) {
            case "phone" -> "电话联系";
            case "visit" -> "上门走访";
            case "counter" -> "当面答复";
            default -> "到场查看";
        };
    }

    private String met() {
        return switch (contact.whom()) {
            case "resident" -> "居民本人";
            case "affected" -> "受影响的人";
            case "family" -> "家属";
            default -> "现场其他人员";
        };
    }
}
