package org.minqing.process.webapps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

/**
 * Which of the web applications somebody may open, remembered for a few seconds: the engine asks five questions to find out,
 * and its pages send dozens of requests. With other groups he is somebody else.
 */
class RememberedRights extends ContainerBasedAuthenticationFilter {

    private record Person(String user, List<String> groups, List<String> tenants) {}

    private final Cache<Person, UserAuthentication> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .maximumSize(5000)
            .build();

    /** We have one engine; the engine's filter asks for nobody where the address names none, as where he asks who he is. */
    @Override
    protected String extractEngineName(HttpServletRequest request) {
        var named = super.extractEngineName(request);
        return named == null ? ProcessEngines.NAME_DEFAULT : named;
    }

    @Override
    protected UserAuthentication createAuthentication(
            ProcessEngine engine, String user, List<String> groups, List<String> tenants) {
        return known.get(new Person(user, groups, tenants), person -> asked(engine, person));
    }

    private UserAuthentication asked(ProcessEngine engine, Person person) {
        var found = super.createAuthentication(engine, person.user(), person.groups(), person.tenants());
        if (found != null) {
            return found;
        }
        // He was deleted in these seconds.
        var nobody = new UserAuthentication(person.user(), engine.getName());
        nobody.setGroupIds(List.of());
        nobody.setTenantIds(List.of());
        nobody.setAuthorizedApps(Set.of());
        return nobody;
    }
}
