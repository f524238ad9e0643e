package org.minqing.process.start;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.minqing.database.DatabaseKind;
import org.minqing.database.OneNodeAtATime;
import org.minqing.household.secret.SecretKeys;
import org.minqing.household.start.DemonstrationHouseholds;
import org.minqing.notice.NoticeCheck;
import org.minqing.process.decisions.ModelDeployment;
import org.minqing.process.guard.AdministratorCheck;
import org.minqing.process.staff.Accounts;
import org.minqing.process.staff.OrganisationInStep;
import org.minqing.reorganisation.InForce;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Brings a node into step before it takes the first request, or does not let it start. */
@Component
class StartUp implements InitializingBean {

    private final ModelDeployment models;
    private final OrganisationInStep organisation;
    private final OrganisationFollows follows;
    private final DemonstrationPeople demonstration;
    private final Accounts accounts;
    private final IdentityService identity;
    private final DatabaseKind database;
    private final OneNodeAtATime oneNodeAtATime;
    private final NoticeCheck notices;
    private final SecretKeys keys;
    private final DemonstrationHouseholds households;
    private final InForce inForce;
    private final String administratorPassword;

    StartUp(
            ModelDeployment models,
            OrganisationInStep organisation,
            OrganisationFollows follows,
            DemonstrationPeople demonstration,
            Accounts accounts,
            IdentityService identity,
            DatabaseKind database,
            OneNodeAtATime oneNodeAtATime,
            NoticeCheck notices,
            SecretKeys keys,
            DemonstrationHouseholds households,
            InForce inForce,
            @Value("${minqing.administrator-password:}") String administratorPassword) {
        this.models = models;
        this.organisation = organisation;
        this.follows = follows;
        this.demonstration = demonstration;
        this.accounts = accounts;
        this.identity = identity;
        this.database = database;
        this.oneNodeAtATime = oneNodeAtATime;
        this.notices = notices;
        this.keys = keys;
        this.households = households;
        this.inForce = inForce;
        this.administratorPassword = administratorPassword;
    }

    @Override
    public void afterPropertiesSet() {
        if (!database.embedded() && administratorPassword.isBlank()) {
            throw new IllegalStateException(
                    "请设置 MINQING_ADMINISTRATOR_PASSWORD。With a database of its own, Minqing starts"
                            + " only with an administrator password: set MINQING_ADMINISTRATOR_PASSWORD (12 characters or more).");
        }
        inForce.load();
        organisation.check();
        oneNodeAtATime.run(this::bringIntoStep);
        AdministratorCheck.requireAdministrator(identity);
    }

    private void bringIntoStep() {
        models.deploy();
        notices.check();
        keys.bringIntoStep();
        follows.bringIntoStep();
        if (database.embedded()) {
            demonstration.create();
            households.create();
        } else if (!accounts.hasAdministrator()) {
            accounts.user("admin", "系统管理员", administratorPassword, List.of(Groups.CAMUNDA_ADMIN));
        }
    }
}
