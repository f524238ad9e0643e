package org.minqing.process.webapps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.minqing.security.StaffMember;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells the web applications who has signed in with us; their own sign-in is closed. */
public class OneSignIn extends ContainerBasedAuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof StaffMember person)) {
            return AuthenticationResult.unsuccessful();
        }
        var result = new AuthenticationResult(person.userId(), true);
        result.setGroups(person.groups());
        result.setTenants(person.locality() == null ? List.of() : List.of(person.locality()));
        return result;
    }

    /** We sign in on a page of ours, so the browser is asked for nothing here. */
    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // The filter chain in front has answered already whoever is not signed in.
    }
}
