package org.minqing.process.guard;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.digest.PasswordManager;

/** Accepts no hash but those of one algorithm; the stock manager always accepts SHA-1 and SHA-512 as well. */
final class OwnHashesOnly extends PasswordManager {

    private final String prefix;

    OwnHashesOnly(PasswordEncryptor encryptor) {
        super(encryptor, List.of());
        passwordChecker.keySet().retainAll(Set.of(encryptor.hashAlgorithmName()));
        prefix = prefixHandler.generatePrefix(encryptor.hashAlgorithmName());
    }

    /** False where the stock manager throws, so that a damaged hash reads as a wrong password. */
    @Override
    public boolean check(String password, String encrypted) {
        return encrypted != null && encrypted.startsWith(prefix) && super.check(password, encrypted);
    }
}
