package org.minqing.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks user and password, for the sign-in page and for programs that send them with every request. */
@Component
class StaffAuthentication implements AuthenticationProvider {

    /**
     * By which stamp the last password of somebody from a network was found right: a strong hash takes a tenth of a second on
     * purpose, and a program sends its password with each request. That is all that is remembered; who he is and whether he
     * has another password by now is asked each time. Another password from there ends it, so that guesses are counted
     * however busy his program is.
     */
    private final Cache<String, Proof> right = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(12))
            .maximumSize(2000)
            .build();

    private record Proof(String user, String password, String stamp) {}

    private final byte[] secret = new byte[32];
    private final StaffDirectory directory;
    private final PresentStaff present;
    private final SignInGate gate;

    StaffAuthentication(StaffDirectory directory, PresentStaff present, SignInGate gate) {
        this.directory = directory;
        this.present = present;
        this.gate = gate;
        new SecureRandom().nextBytes(secret);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var user = asked.getName();
        var password = String.valueOf(asked.getCredentials());
        var network = network(asked);
        // Whoever signs in is a record each time; of a program that sends its password a thousand times the first is.
        var account = asked.getDetails() instanceof AtTheSignInPage
                ? check(user, password, network)
                : ofProgram(user, password, network);
        return SignedIn.as(
                account.orElseThrow(() -> new BadCredentialsException("The user name or the password is wrong")));
    }

    /** Of many requests that bring the same password at once, one checks it and the others wait for what it finds. */
    private Optional<StaffAccount> ofProgram(String user, String password, String network) {
        var sent = fingerprint(user, password);
        var place = user + " " + network;
        // Before it is known whether this one is even looked at.
        right.asMap().computeIfPresent(place, (key, last) -> isOf(sent, last) ? last : null);
        var proof = right.asMap()
                .compute(
                        place,
                        (key, last) -> isOf(sent, last)
                                ? last
                                : check(user, password, network)
                                        .map(found -> new Proof(user, sent, found.stamp()))
                                        .orElse(null));
        return proof == null ? Optional.empty() : current(user, proof.stamp());
    }

    private boolean isOf(String sent, Proof last) {
        return last != null
                && last.password().equals(sent)
                && current(last.user(), last.stamp()).isPresent();
    }

    private Optional<StaffAccount> current(String user, String stamp) {
        return present.find(user).filter(now -> now.stamp().equals(stamp));
    }

    private Optional<StaffAccount> check(String user, String password, String network) {
        return gate.attempt(
                user,
                network,
                () -> directory
                        .stampIfRight(user, password)
                        .flatMap(found ->
                                present.readAnew(user).filter(now -> now.stamp().equals(found))));
    }

    private static String network(Authentication asked) {
        return asked.getDetails() instanceof WebAuthenticationDetails web
                ? ClientNetwork.of(web.getRemoteAddress()).address()
                : "unknown";
    }

    /** Neither password nor hash stays in memory, only this, which is worthless elsewhere. */
    private String fingerprint(String user, String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(user.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
