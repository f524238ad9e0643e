package org.minqing.duties;

import java.util.Set;
import org.minqing.problem.Refusal;

/**
 * One row of {@code separation.yml}.
 *
 * @param duty   what somebody may not do
 * @param after  because he did one of these
 * @param zh     the rule as a person reads it who is refused
 * @param source where the rule comes from
 */
public record Exclusion(Duty duty, Set<Duty> after, Within within, String zh, String en, String source) {

    Refusal refusal() {
        return Refusal.conflict(zh + "。", en + ".");
    }
}
