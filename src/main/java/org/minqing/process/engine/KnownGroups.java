package org.minqing.process.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Checks rights with all groups of the signed-in person. The stock manager first reads the group of every right there is,
 * in each command, only to leave out groups that hold none: with a right per open task that is a look at all open tasks. A
 * group that holds no right matches none, so every answer stays the same.
 */
public class KnownGroups implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
        return new AuthorizationManager() {
            @Override
            public List<String> filterAuthenticatedGroupIds(List<String> groups) {
                return groups == null ? List.of() : groups;
            }
        };
    }
}
