package org.minqing.security;

import java.util.ArrayList;
import java.util.List;
import org.minqing.organisation.Role;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A member of staff as Spring Security knows him; the account hangs on it, so that a session can keep its stamp. */
final class SignedIn {

    private SignedIn() {}

    static Authentication as(StaffAccount account) {
        var token = UsernamePasswordAuthenticationToken.authenticated(
                account.member(), null, authorities(account.member()));
        token.setDetails(account);
        return token;
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
}
