package org.minqing.process.staff;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;

/**
 * The hashes of passwords that the engine keeps, compared past its own lock: that counts for good, and anybody may make it
 * count. Whoever guesses too often is delayed before he comes here, see {@code SignInGate}.
 */
@Component
class StoredPasswords {

    /** As the engine admits them for users; nobody has another, and the database would stumble over some. */
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private final ProcessEngineConfigurationImpl engine;

    /** Stands in for the hash of somebody who is not there. Nobody knows what it is the hash of. */
    private final String nobodys;

    StoredPasswords(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var unknown = this.engine.getSaltGenerator().generateSalt();
        nobodys = this.engine.getPasswordManager().encrypt(unknown);
    }

    /** A digest of the stored hash, which has a salt of its own: another password, or the same one set again, is another. */
    Optional<String> stamp(String userId) {
        return find(userId).map(StoredPasswords::stamp);
    }

    /** Compares exactly one hash, whether there is such a person or not. */
    Optional<String> stampIfRight(String userId, String password) {
        var user = find(userId);
        var salt = user.map(UserEntity::getSalt).orElse("");
        var hash = user.map(UserEntity::getPassword).orElse(nobodys);
        var right = engine.getPasswordManager().check(EncryptionUtil.saltPassword(password, salt), hash);
        return user.filter(there -> right).map(StoredPasswords::stamp);
    }

    private static String stamp(UserEntity user) {
        return DigestUtils.sha256Hex(user.getPassword() + "/" + user.getSalt());
    }

    private Optional<UserEntity> find(String userId) {
        if (!ID.matcher(userId).matches()) {
            return Optional.empty();
        }
        return engine.getCommandExecutorTxRequired()
                .execute(command -> Optional.ofNullable(
                        (UserEntity) command.getReadOnlyIdentityProvider().findUserById(userId)));
    }
}
