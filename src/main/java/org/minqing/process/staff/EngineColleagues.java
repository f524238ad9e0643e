package org.minqing.process.staff;

import java.util.LinkedHashMap;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.minqing.process.engine.ApplicationAuthority;
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
                            new Colleague(user.getId(), user.getLastName() + "（" + holding.label() + "）"),
                            (first, again) -> new Colleague(
                                    first.userId(), first.label().replaceFirst("）$", "、" + holding.label() + "）")));
                }
            }
            return null;
        });
        return List.copyOf(found.values());
    }
}
