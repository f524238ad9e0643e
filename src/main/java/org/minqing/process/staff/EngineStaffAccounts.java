package org.minqing.process.staff;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.minqing.database.TimeColumn;
import org.minqing.people.Account;
import org.minqing.people.ClosedAccount;
import org.minqing.people.HeldTask;
import org.minqing.people.StaffAccounts;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.process.engine.DisplayName;
import org.minqing.process.engine.OneCommand;
import org.minqing.signin.SignInUnlock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's users and their memberships. Lists are read by one statement each: by the engine's queries each person is one. */
@Component
class EngineStaffAccounts implements StaffAccounts {

    private static final String ACCOUNTS = """
            select u.id_, u.first_, u.last_,
              array(select m.group_id_ from act_id_membership m where m.user_id_ = u.id_ order by m.group_id_) as groups,
              c.closed_by, c.closed_at, c.reason, c.posts
            from act_id_user u left join closed_account c on c.person = u.id_""";

    /** Confidential ones too, of which an administrator sees nothing else. */
    private static final String HELD = "select * from tasks_held_by(?)";

    private final IdentityService identity;
    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl engine;
    private final ApplicationAuthority authority;
    private final OneCommand command;
    private final SignInUnlock signIns;
    private final JdbcClient jdbc;

    EngineStaffAccounts(
            IdentityService identity,
            TaskService tasks,
            ProcessEngine engine,
            ApplicationAuthority authority,
            OneCommand command,
            SignInUnlock signIns,
            JdbcClient jdbc) {
        this.identity = identity;
        this.tasks = tasks;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.authority = authority;
        this.command = command;
        this.signIns = signIns;
        this.jdbc = jdbc;
    }

    @Override
    public String administrators() {
        return Groups.CAMUNDA_ADMIN;
    }

    @Override
    public boolean isPost(String group) {
        return authority.run(() -> identity.createGroupQuery()
                        .groupId(group)
                        .groupType(Accounts.POST)
                        .count()
                > 0);
    }

    @Override
    public List<Account> all() {
        return jdbc.sql(ACCOUNTS).query((row, n) -> account(row)).list();
    }

    @Override
    public Optional<Account> find(String userId) {
        return jdbc.sql(ACCOUNTS + " where u.id_ = ?")
                .param(userId)
                .query((row, n) -> account(row))
                .optional();
    }

    @Override
    public boolean allows(String password, String userId, String name) {
        return authority.run(() -> identity.checkPasswordAgainstPolicy(password, user(userId, name))
                .isValid());
    }

    @Override
    public Secret secret(String password) {
        var salt = engine.getSaltGenerator().generateSalt();
        return new Secret(engine.getPasswordManager().encrypt(EncryptionUtil.saltPassword(password, salt)), salt);
    }

    @Override
    public void open(String by, String userId, String name, Secret secret, Collection<String> groups) {
        command.runAs(by, () -> {
            var user = user(userId, name);
            keep(user, secret);
            identity.saveUser(user);
            groups.forEach(group -> identity.createMembership(userId, group));
        });
    }

    @Override
    public void rename(String by, String userId, String name) {
        change(by, userId, user -> {
            user.setFirstName("");
            user.setLastName(name);
        });
    }

    @Override
    public void password(String by, String userId, Secret secret) {
        change(by, userId, user -> keep(user, secret));
    }

    @Override
    public void groups(String by, String userId, Collection<String> groups) {
        var before = find(userId).orElseThrow().groups();
        command.runAs(by, () -> {
            before.stream()
                    .filter(group -> !groups.contains(group))
                    .forEach(group -> identity.deleteMembership(userId, group));
            groups.stream()
                    .filter(group -> !before.contains(group))
                    .forEach(group -> identity.createMembership(userId, group));
        });
    }

    @Override
    public void unlock(String userId) {
        signIns.unlock(userId);
    }

    @Override
    public List<HeldTask> heldBy(Collection<String> userIds) {
        return jdbc.sql(HELD)
                .param(userIds.toArray(String[]::new))
                .query((row, n) -> new HeldTask(
                        row.getString("id_"),
                        row.getString("assignee_"),
                        row.getString("name_"),
                        texts(row.getArray("groups"))))
                .list();
    }

    /** The program itself does it: nobody else may take a task out of another's hand. */
    @Override
    public void release(Collection<HeldTask> held) {
        authority.run(() -> {
            held.forEach(task -> tasks.setAssignee(task.id(), null));
            return null;
        });
    }

    private void change(String by, String userId, Consumer<User> change) {
        command.runAs(by, () -> {
            var user = identity.createUserQuery().userId(userId).singleResult();
            change.accept(user);
            identity.saveUser(user);
        });
    }

    /** Chinese names are one; the engine sorts and shows by the last name. */
    private User user(String userId, String name) {
        var user = identity.newUser(userId);
        user.setFirstName("");
        user.setLastName(name);
        return user;
    }

    /** As the engine would write it, but made before the transaction and not in it. */
    private static void keep(User user, Secret secret) {
        ((UserEntity) user).setSalt(secret.salt());
        ((UserEntity) user).setDbPassword(secret.hash());
    }

    private static Account account(ResultSet row) throws SQLException {
        var groups = texts(row.getArray("groups"));
        var closedBy = row.getString("closed_by");
        return new Account(
                row.getString("id_"),
                DisplayName.of(row.getString("first_"), row.getString("last_")),
                groups,
                groups.contains(Groups.CAMUNDA_ADMIN),
                closedBy == null
                        ? null
                        : new ClosedAccount(
                                closedBy,
                                TimeColumn.read(row, "closed_at"),
                                row.getString("reason"),
                                texts(row.getArray("posts"))));
    }

    private static List<String> texts(Array column) throws SQLException {
        return List.of((String[]) column.getArray());
    }
}
