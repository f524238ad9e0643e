package org.minqing.process.guard;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/**
 * At least twelve characters, without the user's own id, name or address.
 *
 * <p>No classes of characters are demanded: length protects, and forced symbols end up on a note at the screen.
 */
final class LongPasswords implements PasswordPolicy {

    private static final int LEAST_CHARACTERS = 12;

    private final List<PasswordPolicyRule> rules =
            List.of(new PasswordPolicyUserDataRuleImpl(), new PasswordPolicyLengthRuleImpl(LEAST_CHARACTERS));

    @Override
    public List<PasswordPolicyRule> getRules() {
        return rules;
    }
}
