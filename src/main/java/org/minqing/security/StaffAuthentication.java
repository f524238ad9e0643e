package org.minqing.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.minqing.organisation.Role;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Checks user and password, for the sign-in page and for programs that send them with every request. */
@Component
class StaffAuthentication implements AuthenticationProvider {

    // A strong hash takes a tenth of a second on purpose. A program that sends a hundred requests pays it once a
    // minute;
    // somebody whose account was closed is out within that minute.
    private final Cache<String, StaffMember> recent = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(2000)
            .build();
    private final byte[] secret = new byte[32];
    private final StaffDirectory directory;

    StaffAuthentication(StaffDirectory directory) {
        this.directory = directory;
        new SecureRandom().nextBytes(secret);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var user = asked.getName();
        var password = String.valueOf(asked.getCredentials());
        var member = recent.get(
                fingerprint(user, password),
                k -> directory.signIn(user, password).orElse(null));
        if (member == null) {
            throw new BadCredentialsException("用户名或密码不正确，或尝试次数过多。");
        }
        return UsernamePasswordAuthenticationToken.authenticated(member, null, authorities(member));
    }

    private static List<GrantedAuthority> authorities(StaffMember member) {
        var authorities = new ArrayList<GrantedAuthority>();
        if (member.locality() != null) {
            authorities.add(new SimpleGrantedAuthority(AccessTable.Who.STAFF.authority()));
        }
        if (member.administrator()) {
            authorities.add(new SimpleGrantedAuthority(AccessTable.Who.ADMINISTRATOR.authority()));
        }
        for (Role role : member.roles()) {
            authorities.add(new SimpleGrantedAuthority("ROLE_" + role.name()));
        }
        return authorities;
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
