package org.minqing.process.staff;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.process.engine.DisplayName;
import org.minqing.security.Colleagues;
import org.springframework.stereotype.Component;

/** The members of the groups of a locality. */
@Component
class EngineColleagues implements Colleagues {

    private final IdentityService identity;
    private final ApplicationAuthority authority;
    private final Localities localities;
    private final Holdings holdings;

    EngineColleagues(
            IdentityService identity, ApplicationAuthority authority, Localities localities, Holdings holdings) {
        this.identity = identity;
        this.authority = authority;
        this.localities = localities;
        this.holdings = holdings;
    }

    @Override
    public List<Colleague> of(String locality) {
        var found = new LinkedHashMap<String, Colleague>();
        authority.run(() -> {
            for (var holding : localities.get(locality).holdings()) {
                for (var user : identity.createUserQuery()
                        .memberOfGroup(holding.group())
                        .list()) {
                    found.merge(
                            user.getId(),
                            new Colleague(user.getId(), DisplayName.of(user) + "（" + holding.label() + "）"),
                            (first, again) -> new Colleague(
                                    first.userId(), first.label().replaceFirst("）$", "、" + holding.label() + "）")));
                }
            }
            return null;
        });
        return List.copyOf(found.values());
    }

    @Override
    public Map<String, String> names(Collection<String> userIds) {
        return userIds.isEmpty()
                ? Map.of()
                : authority.run(
                        () -> identity.createUserQuery().userIdIn(userIds.toArray(String[]::new)).list().stream()
                                .collect(Collectors.toMap(User::getId, DisplayName::of)));
    }
}
