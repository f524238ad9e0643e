package org.minqing.process.staff;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Locality;
import org.minqing.people.ClosedAccounts;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.process.engine.DisplayName;
import org.minqing.security.StaffAccount;
import org.minqing.security.StaffDirectory;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** The engine's users and groups are the staff: one place to open an account and one to close it. */
@Component
public class EngineStaffDirectory implements StaffDirectory {

    private final IdentityService identity;
    private final ApplicationAuthority authority;
    private final Holdings holdings;
    private final StoredPasswords passwords;
    private final ClosedAccounts closed;

    EngineStaffDirectory(
            IdentityService identity,
            ApplicationAuthority authority,
            Holdings holdings,
            StoredPasswords passwords,
            ClosedAccounts closed) {
        this.identity = identity;
        this.authority = authority;
        this.holdings = holdings;
        this.passwords = passwords;
        this.closed = closed;
    }

    @Override
    public Optional<StaffAccount> account(String userId) {
        return authority.run(() ->
                passwords.stamp(userId).flatMap(stamp -> member(userId).map(who -> new StaffAccount(who, stamp))));
    }

    @Override
    public Optional<String> stampIfRight(String userId, String password) {
        return authority.run(() -> passwords.stampIfRight(userId, password));
    }

    /** Somebody with an account that is not closed; the password was checked elsewhere, or nobody signs in. */
    public Optional<StaffMember> member(String userId) {
        if (closed.contains(userId)) {
            return Optional.empty();
        }
        var user = identity.createUserQuery().userId(userId).singleResult();
        return Optional.ofNullable(user).map(u -> {
            // A post that no file names any more gives its members nothing.
            List<String> groups = identity.createGroupQuery().groupMember(userId).list().stream()
                    .filter(group -> !Accounts.POST.equals(group.getType())
                            || holdings.find(group.getId()).isPresent())
                    .map(Group::getId)
                    .toList();
            return new StaffMember(
                    userId,
                    DisplayName.of(u),
                    groups,
                    holdings.localityOf(groups).map(Locality::code).orElse(null),
                    holdings.of(groups).stream().map(h -> h.post().role()).collect(Collectors.toSet()),
                    groups.contains(Groups.CAMUNDA_ADMIN));
        });
    }
}
