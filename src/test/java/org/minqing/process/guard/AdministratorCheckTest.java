package org.minqing.process.guard;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** CVE-2026-77226: never run with an empty group of administrators. */
class AdministratorCheckTest {

    private final IdentityService people = TestEngines.guarded().getIdentityService();

    @AfterEach
    void cleanUp() {
        people.deleteUser("matou-admin");
        people.deleteGroup(Groups.CAMUNDA_ADMIN);
    }

    @Test
    void doesNotStartWithoutAnAdministrator() {
        assertThatThrownBy(() -> AdministratorCheck.requireAdministrator(people))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEmptyGroupIsNotEnough() {
        people.saveGroup(people.newGroup(Groups.CAMUNDA_ADMIN));

        doesNotStartWithoutAnAdministrator();
    }

    @Test
    void startsWithOneMember() {
        people.saveGroup(people.newGroup(Groups.CAMUNDA_ADMIN));
        people.saveUser(people.newUser("matou-admin"));
        people.createMembership("matou-admin", Groups.CAMUNDA_ADMIN);

        assertThatCode(() -> AdministratorCheck.requireAdministrator(people)).doesNotThrowAnyException();
    }
}
